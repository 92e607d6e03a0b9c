package dev.nabla.matrix;

import dev.nabla.message.NablaException;
import org.ejml.simple.SimpleMatrix;

/** Words about the shape and the entries of matrices, shared by all messages. */
public final class Shape {
  private Shape() {}

  /** {@code rows x columns}: a 3 x 2 matrix is {@code "3 x 2"}. */
  public static String of(SimpleMatrix m) {
    return of(m.getNumRows(), m.getNumCols());
  }

  /** {@code rows x columns} in words. */
  public static String of(int rows, int columns) {
    return rows + " x " + columns;
  }

  public static boolean same(SimpleMatrix a, SimpleMatrix b) {
    return a.getNumRows() == b.getNumRows() && a.getNumCols() == b.getNumCols();
  }

  /** Whether {@code a} has the shape of the transpose of {@code b}. */
  public static boolean transposed(SimpleMatrix a, int rows, int columns) {
    return a.getNumRows() == columns && a.getNumCols() == rows;
  }

  /** {@code 1 entry}, {@code 2 entries}: the number and its noun. */
  public static String count(long n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }

  /**
   * Checks that every entry is a number and finite.
   *
   * @param where the call, for the message, such as {@code forward}
   * @param name the name of the matrix
   * @throws NablaException naming the first entry that is not
   */
  public static void requireFinite(String where, String name, SimpleMatrix m) {
    for (int i = 0; i < m.getNumRows(); i++) {
      for (int j = 0; j < m.getNumCols(); j++) {
        double x = m.get(i, j);
        if (!Double.isFinite(x)) {
          throw new NablaException(
              where
                  + ": "
                  + name
                  + " has "
                  + (Double.isNaN(x) ? "NaN" : x > 0 ? "Infinity" : "-Infinity")
                  + " in row "
                  + (i + 1)
                  + ", column "
                  + (j + 1)
                  + ". Every entry must be a finite number; look at where "
                  + name
                  + " was computed.");
        }
      }
    }
  }
}
