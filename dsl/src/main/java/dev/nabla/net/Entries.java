package dev.nabla.net;

import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;
import org.ejml.simple.SimpleMatrix;

/**
 * Single entries and rows by the sheet's indices: from 1, or from 0 where there is an intercept.
 */
final class Entries {
  private Entries() {}

  /**
   * The entry in row i, column j.
   *
   * @param call the accessor without its arguments, for the message: {@code W}
   * @param firstRow index of the first row, 0 or 1
   * @param firstColumn index of the first column, 0 or 1
   */
  static double get(
      String call, int l, SimpleMatrix m, int i, int j, int firstRow, int firstColumn) {
    String asked = call + "(" + l + ", " + i + ", " + j + ")";
    requireIndex(asked, call + l, "row", i, firstRow, m.getNumRows(), m);
    requireIndex(asked, call + l, "column", j, firstColumn, m.getNumCols(), m);
    return m.get(i - firstRow, j - firstColumn);
  }

  /** The single entry of row i of a matrix with one column. */
  static double get(String call, int l, SimpleMatrix m, int i, int firstRow) {
    String asked = call + "(" + l + ", " + i + ")";
    requireIndex(asked, call + l, "row", i, firstRow, m.getNumRows(), m);
    if (m.getNumCols() != 1) {
      throw new NablaException(
          asked
              + ": "
              + call
              + l
              + " is "
              + Shape.of(m)
              + ", one column per example. Say which: "
              + call
              + "("
              + l
              + ", "
              + i
              + ", 1).");
    }
    return m.get(i - firstRow, 0);
  }

  private static void requireIndex(
      String asked, String name, String what, int index, int first, int size, SimpleMatrix m) {
    if (index < first || index >= first + size) {
      throw new NablaException(
          asked
              + ": "
              + name
              + " is "
              + Shape.of(m)
              + ", so its "
              + what
              + (size == 1
                  ? " is " + first + "."
                  : "s are " + first + " to " + (first + size - 1) + "."));
    }
  }
}
