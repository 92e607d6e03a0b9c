package dev.nabla.kernel.session;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Runs the requests that need the shell, one after the other, on a thread of its own. */
final class CellQueue implements Executor {
  private record Numbered(long number, Runnable task) {}

  private final BlockingQueue<Numbered> tasks = new LinkedBlockingQueue<>();
  private final AtomicLong numbers = new AtomicLong();
  private long current;
  private long abortedUpTo;

  void start() {
    Thread thread = new Thread(this::loop, "nabla-cells");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(new Numbered(numbers.incrementAndGet(), task));
  }

  boolean isEmpty() {
    return tasks.isEmpty();
  }

  /** Aborts all that is queued now. Called by a task. */
  void abortQueued() {
    abortedUpTo = numbers.get();
  }

  /** Whether the calling task was aborted while it waited. */
  boolean aborted() {
    return current <= abortedUpTo;
  }

  private void loop() {
    while (true) {
      try {
        Numbered next = tasks.take();
        current = next.number();
        next.task().run();
      } catch (InterruptedException e) {
        return;
      } catch (Exception | Error e) {
        // Whatever happened, the next cell must run.
        System.err.println("nabla: " + e);
      }
    }
  }
}
