package dev.nabla.kernel.shell;

import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * Knows which cell runs and stops it on request, in stages: Java's own interrupt, which ends
 * waiting and lets a training return what it has learned; then the checks woven into the cell's own
 * code; then, where library code goes on, a {@link HardStop}.
 */
final class Interrupter implements AutoCloseable {
  private static final long SECOND_STAGE_MILLIS = 50;
  private static final long NEXT_TRY_MILLIS = 250;

  /**
   * How long a training may take to return what it has before it is stopped like any other code.
   */
  private static final long TRAINING_MILLIS = 2000;

  private static final String TRAINING = "dev.nabla.net.Train";

  private final CellControl control;
  private Owner running;
  private boolean interrupted;
  private Thread waiting;

  Interrupter(CellControl control) {
    this.control = control;
    Thread thread = new Thread(this::loop, "nabla-interrupt");
    thread.setDaemon(true);
    thread.start();
  }

  synchronized void begin(Owner owner) {
    running = owner;
    interrupted = false;
    control.owner(owner);
  }

  synchronized void end() {
    if (interrupted) {
      StopSite.disarm();
    }
    running = null;
    control.owner(null);
    notifyAll();
  }

  /** Whether the running cell was asked to stop. */
  synchronized boolean interrupted() {
    return interrupted;
  }

  /** Prepares the last stage, which takes a moment the first time. */
  void prepare() {
    HardStop.ofThisJvm();
  }

  synchronized void interrupt() {
    if (running == null || interrupted) {
      return;
    }
    interrupted = true;
    Owner owner = running;
    Thread thread = control.userThread().thread();
    if (thread == null || !isTraining(thread)) {
      throwInItsOwnCode(owner);
    }
    if (thread != null) {
      thread.interrupt();
    }
    if (waiting != null) {
      waiting.interrupt();
    }
    notifyAll();
  }

  /** Runs what waits for something other than the code of a cell, interrupted with the cell. */
  <T> T waiting(Callable<T> work) throws Exception {
    synchronized (this) {
      if (interrupted) {
        throw new InterruptedException();
      }
      waiting = Thread.currentThread();
    }
    try {
      return work.call();
    } finally {
      synchronized (this) {
        waiting = null;
        Thread.interrupted();
      }
    }
  }

  @Override
  public void close() {
    interrupt();
  }

  /** Its thread is there from the start: a cell may have used up all threads that can be had. */
  private synchronized void loop() {
    while (true) {
      try {
        while (!interrupted || running == null) {
          wait();
        }
        stages(running);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void stages(Owner owner) throws InterruptedException {
    if (!owner.stopping()) {
      waitWhileRunning(owner, TRAINING_MILLIS);
      if (running == owner) {
        throwInItsOwnCode(owner);
      }
    }
    waitWhileRunning(owner, SECOND_STAGE_MILLIS);
    while (running == owner) {
      control.userThread().stop(HardStop.ofThisJvm());
      waitWhileRunning(owner, NEXT_TRY_MILLIS);
    }
  }

  private void waitWhileRunning(Owner owner, long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    long left;
    while (running == owner && (left = (end - System.nanoTime()) / 1_000_000) > 0) {
      wait(left);
    }
  }

  private static void throwInItsOwnCode(Owner owner) {
    owner.stop();
    StopSite.arm();
  }

  private static boolean isTraining(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getClassName().startsWith(TRAINING));
  }
}
