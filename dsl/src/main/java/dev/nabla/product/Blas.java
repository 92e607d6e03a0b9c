package dev.nabla.product;

import org.ejml.data.DMatrixRMaj;

/**
 * By OpenBLAS. The last digits depend on its version and the processor, and equal rows of A need
 * not give equal rows of C.
 *
 * @param atOnce multiplications of one call
 */
record Blas(Factors factors, long atOnce) implements Product {
  /**
   * A few hundredths of a second: while a call runs no memory can be collected, and a thread that
   * needs some waits.
   */
  private static final long AT_ONCE = 1L << 30;

  Blas(Factors factors) {
    this(factors, AT_ONCE);
  }

  @Override
  public void multiply(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    inStrips(1, A, B, 0, C);
  }

  @Override
  public void add(double factor, DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C, DMatrixRMaj room) {
    inStrips(factor, A, B, 1, C);
  }

  private void inStrips(double factor, DMatrixRMaj A, DMatrixRMaj B, double kept, DMatrixRMaj C) {
    int rows = factors.rows();
    int strip =
        (int) Math.min(rows, Math.max(1, atOnce / ((long) factors.inner() * factors.columns())));
    for (int from = 0; from < rows; from += strip) {
      int count = Math.min(strip, rows - from);
      OpenBlas.multiply(factors, from, count, factor, A.data, B.data, kept, C.data);
    }
  }
}
