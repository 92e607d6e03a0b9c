package dev.nabla.matrix;

import dev.nabla.message.NablaException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/** Matrices from numbers. */
public final class Matrices {
  private Matrices() {}

  /**
   * The matrix with {@code rows[i][j]} in row i, column j; the array is copied.
   *
   * @throws NablaException if there is no entry or the rows differ in length
   */
  public static SimpleMatrix of(double[][] rows) {
    return of(rows, "Every row {...} needs the same number of entries.");
  }

  static SimpleMatrix of(double[][] rows, String rule) {
    if (rows == null || rows.length == 0 || rows[0] == null || rows[0].length == 0) {
      throw new NablaException(
          "matrix: the array has no entries. A matrix has at least one row and one column.");
    }
    int columns = rows[0].length;
    double[] data = new double[Math.multiplyExact(rows.length, columns)];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] == null || rows[i].length != columns) {
        throw new NablaException(
            "matrix: row "
                + (i + 1)
                + " has "
                + Shape.count(rows[i] == null ? 0 : rows[i].length, "entry", "entries")
                + ", row 1 has "
                + columns
                + ". "
                + rule);
      }
      System.arraycopy(rows[i], 0, data, i * columns, columns);
    }
    return wrap(rows.length, columns, data);
  }

  /** A 1 x n matrix. */
  public static SimpleMatrix row(double... entries) {
    requireEntries("row", entries);
    return wrap(1, entries.length, entries.clone());
  }

  /** An n x 1 matrix. */
  public static SimpleMatrix column(double... entries) {
    requireEntries("column", entries);
    return wrap(entries.length, 1, entries.clone());
  }

  /** The matrix with every entry {@code value}. */
  public static SimpleMatrix constant(String name, int rows, int columns, double value) {
    if (rows < 1 || columns < 1) {
      throw new NablaException(
          name
              + "("
              + rows
              + ", "
              + columns
              + "): a matrix has at least one row and one column. Write "
              + name
              + "(rows, columns), such as "
              + name
              + "(3, 2).");
    }
    Memory.requireRoom(name + "(" + rows + ", " + columns + ")", rows, columns);
    SimpleMatrix m = new SimpleMatrix(rows, columns);
    m.fill(value);
    return m;
  }

  private static void requireEntries(String name, double[] entries) {
    if (entries.length == 0) {
      throw new NablaException(
          name + "(): there are no entries. Write " + name + "(1, 2) for the numbers 1 and 2.");
    }
  }

  private static SimpleMatrix wrap(int rows, int columns, double[] data) {
    return SimpleMatrix.wrap(DMatrixRMaj.wrap(rows, columns, data));
  }
}
