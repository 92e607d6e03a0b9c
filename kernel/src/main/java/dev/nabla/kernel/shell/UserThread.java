package dev.nabla.kernel.shell;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The one thread that runs the code of all cells. It is not the thread that compiles, so that it
 * can be stopped anywhere without harm to the compiler, and it stays the same from cell to cell, so
 * that thread locals of a cell are there in the next one.
 *
 * <p>A stop may strike between any two of its instructions, ours included. So a call is handed over
 * in one field and its result comes back in one field, with nothing between that could be left half
 * done; what finds a call begun and without a result knows that it was stopped.
 */
final class UserThread {
  private static final long STACK_BYTES = 16L << 20;
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** What became of a call: a value, or what was thrown. */
  record Result(Object value, Throwable thrown) {}

  private static final Result NO_MEMORY = new Result(null, new OutOfMemoryError("Java heap space"));

  private static final class Call {
    final Callable<?> code;
    final Owner owner;
    final Thread caller = Thread.currentThread();
    boolean begun;
    volatile Result result;

    Call(Callable<?> code, Owner owner) {
      this.code = code;
      this.owner = owner;
    }
  }

  private final Object leaving = new Object();
  private volatile Thread thread;
  private volatile Call call;
  private boolean inCall;

  /** Runs code and waits for it. Of a call by reflection the cause is what was thrown. */
  synchronized Result run(Callable<?> code, Owner owner) {
    Call mine = new Call(code, owner);
    call = mine;
    try {
      while (mine.result == null) {
        startUnlessAlive();
        LockSupport.unpark(thread);
        LockSupport.parkNanos(mine, LOOK_AGAIN_NANOS);
        if (Thread.interrupted()) {
          throw new IllegalStateException("the thread of cells must not be interrupted");
        }
      }
      return mine.result;
    } finally {
      call = null;
    }
  }

  private void startUnlessAlive() {
    if (thread == null || !thread.isAlive()) {
      thread = new Thread(null, this::loop, "cell", STACK_BYTES);
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void loop() {
    while (true) {
      try {
        if (!answer()) {
          LockSupport.park(this);
        }
        // An interrupt that came too late for the cell it was meant for.
        Thread.interrupted();
      } catch (Throwable late) {
        // A stop that came too late; the next round sees what it left.
        in(false);
        if (late instanceof OutOfMemoryError) {
          answerWithoutMemory();
        }
      }
    }
  }

  /** There may be no room for a result; the caller looks for it now and then. */
  private void answerWithoutMemory() {
    Reserve.release();
    Call begun = call;
    if (begun != null && begun.begun && begun.result == null) {
      begun.result = NO_MEMORY;
    }
  }

  /**
   * Answers the call that waits, if one does. While the thread is parked no frame of it may hold
   * the last call: its result may be large.
   */
  private boolean answer() {
    Call next = call;
    if (next == null || next.result != null) {
      return false;
    }
    next.result = next.begun ? new Result(null, new Stopped()) : result(next);
    LockSupport.unpark(next.caller);
    return true;
  }

  private Result result(Call next) {
    next.begun = true;
    Owner.set(next.owner);
    try {
      in(true);
      return new Result(next.code.call(), null);
    } catch (Throwable e) {
      Throwable thrown = e instanceof InvocationTargetException ? e.getCause() : e;
      if (thrown instanceof OutOfMemoryError) {
        Reserve.release();
      }
      return new Result(null, thrown);
    } finally {
      in(false);
    }
  }

  private void in(boolean call) {
    synchronized (leaving) {
      inCall = call;
    }
  }

  /** Stops the thread if it runs code of a cell, which it cannot leave meanwhile. */
  void stop(HardStop how) {
    synchronized (leaving) {
      if (inCall) {
        how.stop(thread);
      }
    }
  }

  /** The running thread, or null before the first call. */
  Thread thread() {
    return thread;
  }
}
