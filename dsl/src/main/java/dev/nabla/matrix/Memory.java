package dev.nabla.matrix;

import dev.nabla.message.NablaException;
import java.util.Locale;

/** Refuses a matrix that cannot fit before it is allocated, so that nothing else is lost. */
public final class Memory {
  private static final int BYTES_PER_ENTRY = 8;

  private Memory() {}

  /**
   * Checks that a matrix of this shape fits into the memory of this process.
   *
   * @param what the thing that would be made, for the message
   * @throws NablaException with the size asked for and the size there is
   */
  public static void requireRoom(String what, long rows, long columns) {
    long entries = rows * columns;
    long room = Runtime.getRuntime().maxMemory();
    if (entries > Integer.MAX_VALUE - 8 || entries * BYTES_PER_ENTRY > room) {
      throw new NablaException(
          what
              + ": a matrix of "
              + rows
              + " x "
              + columns
              + " takes "
              + gigabytes((double) entries * BYTES_PER_ENTRY)
              + ", and this kernel has "
              + gigabytes(room)
              + ". Choose a smaller one.");
    }
  }

  private static String gigabytes(double bytes) {
    return String.format(Locale.ROOT, "%.1f GB", bytes / (1 << 30));
  }
}
