package dev.nabla.kernel.shell;

import java.util.concurrent.locks.ReentrantLock;

/**
 * JShell does one thing at a time: it compiles a part of a cell, or it answers a question. While
 * the code of a cell runs, or a magic waits, it is free.
 */
final class Turn {
  private final ReentrantLock lock = new ReentrantLock(true);

  /** Something to do that may throw. */
  interface Work<T, E extends Exception> {
    T done() throws E;
  }

  /** Has JShell to itself while this works. */
  <T, E extends Exception> T with(Work<T, E> work) throws E {
    lock.lock();
    try {
      return work.done();
    } finally {
      lock.unlock();
    }
  }

  /** Lets others have their turn while this works. */
  <T, E extends Exception> T without(Work<T, E> work) throws E {
    int held = lock.getHoldCount();
    for (int i = 0; i < held; i++) {
      lock.unlock();
    }
    try {
      return work.done();
    } finally {
      for (int i = 0; i < held; i++) {
        lock.lock();
      }
    }
  }
}
