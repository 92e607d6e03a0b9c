package dev.nabla.product;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Block by block, a panel of four rows of B at a time added to a row of C.
 *
 * <p>The JIT compiler makes vector instructions of a loop over several arrays only where all have
 * the same index. So the rows of a block of B are copied into arrays of their own, which stay in a
 * fast cache while every row of A passes by. A sum is continued in the order of the inner index,
 * which is why it has the digits of the plain loop.
 */
record Panels(Factors factors) implements Product {
  /** Rows of a block of B, and the length of each: 64 KB at most, 16 KB for 64 examples. */
  static final int DEPTH = 32;

  static final int WIDTH = 256;

  private static final int PANEL = 4;

  /** A block of B and, last, a row of C. */
  private static final ThreadLocal<double[][]> ROOM =
      ThreadLocal.withInitial(() -> new double[DEPTH + 1][WIDTH]);

  @Override
  public void multiply(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    double[][] room = ROOM.get();
    for (int column = 0; column < factors.columns(); column += WIDTH) {
      int width = Math.min(WIDTH, factors.columns() - column);
      for (int inner = 0; inner < factors.inner(); inner += DEPTH) {
        int depth = Math.min(DEPTH, factors.inner() - inner);
        pack(B.data, inner, depth, column, width, room);
        addBlock(A.data, inner, depth, room, C.data, column, width);
      }
    }
  }

  /** Copies a block of B, row by row. */
  private void pack(double[] b, int inner, int depth, int column, int width, double[][] rows) {
    if (!factors.secondTransposed()) {
      for (int k = 0; k < depth; k++) {
        System.arraycopy(b, (inner + k) * factors.columns() + column, rows[k], 0, width);
      }
      return;
    }
    for (int j = 0; j < width; j++) {
      int at = (column + j) * factors.inner() + inner;
      for (int k = 0; k < depth; k++) {
        rows[k][j] = b[at + k];
      }
    }
  }

  /** Adds the part of A that meets the block of B, row by row of C. */
  private void addBlock(
      double[] a, int inner, int depth, double[][] b, double[] C, int column, int width) {
    double[] c = b[DEPTH];
    int step = factors.firstInner();
    for (int i = 0; i < factors.rows(); i++) {
      int at = i * factors.columns() + column;
      if (inner == 0) {
        Arrays.fill(c, 0, width, 0);
      } else {
        System.arraycopy(C, at, c, 0, width);
      }
      int k = 0;
      int from = i * factors.firstRow() + inner * step;
      for (; k + PANEL <= depth; k += PANEL, from += PANEL * step) {
        double a0 = a[from];
        double a1 = a[from + step];
        double a2 = a[from + 2 * step];
        double a3 = a[from + 3 * step];
        addPanel(c, a0, b[k], a1, b[k + 1], a2, b[k + 2], a3, b[k + 3], width);
      }
      for (; k < depth; k++, from += step) {
        addRow(c, a[from], b[k], width);
      }
      System.arraycopy(c, 0, C, at, width);
    }
  }

  private static void addPanel(
      double[] c,
      double a0,
      double[] b0,
      double a1,
      double[] b1,
      double a2,
      double[] b2,
      double a3,
      double[] b3,
      int width) {
    for (int j = 0; j < width; j++) {
      c[j] = c[j] + a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
    }
  }

  private static void addRow(double[] c, double a, double[] b, int width) {
    for (int j = 0; j < width; j++) {
      c[j] += a * b[j];
    }
  }
}
