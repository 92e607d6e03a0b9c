package dev.nabla.kernel.shell;

/**
 * Memory kept back for the moment when a cell has filled the heap: what the kernel needs to answer,
 * and to compile the cell that frees it.
 */
final class Reserve {
  private static final int BYTES = 24 << 20;

  private static volatile byte[] kept;

  private Reserve() {}

  /** Gives the memory back; never fails. */
  static void release() {
    kept = null;
  }

  /** Takes the memory again, if the heap has it to spare. */
  static void refill() {
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    if (kept == null && free > 3L * BYTES) {
      try {
        kept = new byte[BYTES];
      } catch (OutOfMemoryError e) {
        kept = null;
      }
    }
  }
}
