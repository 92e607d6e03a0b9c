package dev.nabla.matrix;

import dev.nabla.message.NablaException;
import org.ejml.simple.SimpleMatrix;

/** Matrices as columns: the columns one below the other, as textbooks stack them. */
public final class Stacking {
  private Stacking() {}

  /** The columns of M in one column: entry (j - 1) rows + i is M_ij. */
  public static SimpleMatrix vec(SimpleMatrix M) {
    SimpleMatrix v = new SimpleMatrix(M.getNumElements(), 1);
    for (int j = 0, at = 0; j < M.getNumCols(); j++) {
      for (int i = 0; i < M.getNumRows(); i++, at++) {
        v.set(at, M.get(i, j));
      }
    }
    return v;
  }

  /**
   * The matrix whose stacked columns are v.
   *
   * @param v a column with rows * columns entries
   * @throws NablaException if it has another number of entries
   */
  public static SimpleMatrix unvec(SimpleMatrix v, int rows, int columns) {
    if (v.getNumCols() != 1 || rows < 1 || v.getNumRows() != (long) rows * columns) {
      throw new NablaException(
          "unvec: v is "
              + Shape.of(v)
              + ", but a "
              + Shape.of(rows, columns)
              + " matrix is stacked in a column of "
              + (long) rows * columns
              + ".");
    }
    SimpleMatrix M = new SimpleMatrix(rows, columns);
    for (int j = 0, at = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++, at++) {
        M.set(i, j, v.get(at));
      }
    }
    return M;
  }
}
