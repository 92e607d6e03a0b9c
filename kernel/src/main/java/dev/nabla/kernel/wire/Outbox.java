package dev.nabla.kernel.wire;

import java.util.List;

/** What a socket thread sends, in order. Its methods are called by that thread alone. */
public interface Outbox {

  /** The frames of the next message, or null if none is due. */
  List<byte[]> next();

  /** Milliseconds until the next message is due without a further call to wake; -1 for never. */
  default long millisToNext() {
    return -1;
  }

  /** From now on every message is due. */
  default void close() {}
}
