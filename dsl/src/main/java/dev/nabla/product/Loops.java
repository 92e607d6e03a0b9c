package dev.nabla.product;

import org.ejml.data.DMatrixRMaj;

/** Entry by entry, for matrices so small that anything else would be a detour. */
record Loops(Factors factors) implements Product {
  @Override
  public void multiply(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    double[] a = A.data;
    double[] b = B.data;
    double[] c = C.data;
    int rows = factors.rows();
    int inner = factors.inner();
    int columns = factors.columns();
    int aRow = factors.firstRow();
    int aInner = factors.firstInner();
    int bInner = factors.secondInner();
    int bColumn = factors.secondColumn();
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double sum = 0;
        int at = i * aRow;
        int bt = j * bColumn;
        for (int k = 0; k < inner; k++, at += aInner, bt += bInner) {
          sum += a[at] * b[bt];
        }
        c[i * columns + j] = sum;
      }
    }
  }
}
