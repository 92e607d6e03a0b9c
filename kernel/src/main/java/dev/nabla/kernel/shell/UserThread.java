package dev.nabla.kernel.shell;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that runs the code of all cells. It is not the thread that compiles, so that it
 * can be stopped anywhere without harm to the compiler, and it stays the same from cell to cell, so
 * that thread locals of a cell are there in the next one.
 */
final class UserThread {
  private static final long STACK_BYTES = 16L << 20;

  /** What became of a call: a value, or what was thrown. */
  record Result(Object value, Throwable thrown) {}

  private record Call(Callable<?> code, Owner owner) {}

  private final SynchronousQueue<Call> calls = new SynchronousQueue<>();
  private final SynchronousQueue<Result> results = new SynchronousQueue<>();
  private volatile Thread thread;
  private volatile boolean inCall;

  /** Runs code and waits for it. Of a call by reflection the cause is what was thrown. */
  synchronized Result run(Callable<?> code, Owner owner) {
    startUnlessAlive();
    try {
      Call call = new Call(code, owner);
      while (!calls.offer(call, 1, TimeUnit.SECONDS)) {
        startUnlessAlive();
      }
      Result result;
      while ((result = results.poll(1, TimeUnit.SECONDS)) == null) {
        if (!thread.isAlive()) {
          return new Result(null, new Stopped());
        }
      }
      return result;
    } catch (InterruptedException e) {
      throw new IllegalStateException("the thread of cells must not be interrupted", e);
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
      Call call = uninterrupted(calls);
      Owner.set(call.owner);
      Result result = result(call.code);
      Thread.interrupted();
      while (!offered(result)) {}
    }
  }

  private Result result(Callable<?> code) {
    try {
      inCall = true;
      return new Result(code.call(), null);
    } catch (Throwable e) {
      Throwable thrown = e instanceof InvocationTargetException ? e.getCause() : e;
      if (thrown instanceof OutOfMemoryError) {
        Reserve.release();
      }
      return new Result(null, thrown);
    } finally {
      inCall = false;
    }
  }

  private boolean offered(Result result) {
    try {
      results.put(result);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static <T> T uninterrupted(SynchronousQueue<T> queue) {
    while (true) {
      try {
        return queue.take();
      } catch (InterruptedException e) {
        // An interrupt that came too late for the cell it was meant for.
      }
    }
  }

  /** The thread while it runs code of a cell, else null. */
  Thread threadInCall() {
    return inCall ? thread : null;
  }

  /** The running thread, or null before the first call. */
  Thread thread() {
    return thread;
  }
}
