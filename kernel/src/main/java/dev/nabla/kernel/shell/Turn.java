package dev.nabla.kernel.shell;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * JShell does one thing at a time: it compiles a part of a cell, or it answers a question. While
 * the code of a cell runs, it is free.
 */
final class Turn {
  private final ReentrantLock lock = new ReentrantLock(true);

  /** Has JShell to itself while this works. */
  <T> T with(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Lets others have their turn while this works. */
  <T> T without(Supplier<T> work) {
    int held = lock.getHoldCount();
    for (int i = 0; i < held; i++) {
      lock.unlock();
    }
    try {
      return work.get();
    } finally {
      for (int i = 0; i < held; i++) {
        lock.lock();
      }
    }
  }
}
