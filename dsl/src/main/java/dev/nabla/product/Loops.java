package dev.nabla.product;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import org.ejml.data.DMatrixRMaj;

/**
 * Entry by entry, for matrices so small that anything else would be a detour.
 *
 * <p>Four entries of a row are summed side by side: one after the other, each would wait for the
 * one before, and with two or three terms to a sum the loop around them costs as much as they do.
 * No method has more than 325 bytes of byte code, which is what the JIT compiler still inlines.
 */
final class Loops implements Product {
  private final Factors factors;
  private final int rows;
  private final int inner;
  private final int columns;
  private final int aRow;
  private final int aInner;
  private final int bInner;
  private final int bColumn;

  Loops(Factors factors) {
    this.factors = factors;
    rows = factors.rows();
    inner = factors.inner();
    columns = factors.columns();
    aRow = factors.firstRow();
    aInner = factors.firstInner();
    bInner = factors.secondInner();
    bColumn = factors.secondColumn();
  }

  @Override
  public Factors factors() {
    return factors;
  }

  @Override
  public Product alone() throws IOException, ReflectiveOperationException {
    Class<?> alone = Reloaded.of(MethodHandles.lookup(), null);
    return (Product) alone.getDeclaredConstructor(Factors.class).newInstance(factors);
  }

  @Override
  public void multiply(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    multiply(A, B, null, C);
  }

  @Override
  public void multiply(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj column, DMatrixRMaj C) {
    double[] a = A.data;
    double[] b = B.data;
    double[] c = C.data;
    int to = 0;
    for (int i = 0; i < rows; i++) {
      double more = column == null ? 0 : column.data[i];
      int j = 0;
      for (; j + 4 <= columns; j += 4, to += 4) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int at = i * aRow;
        int bt = j * bColumn;
        for (int k = 0; k < inner; k++, at += aInner, bt += bInner) {
          double x = a[at];
          sum0 += x * b[bt];
          sum1 += x * b[bt + bColumn];
          sum2 += x * b[bt + 2 * bColumn];
          sum3 += x * b[bt + 3 * bColumn];
        }
        c[to] = sum0 + more;
        c[to + 1] = sum1 + more;
        c[to + 2] = sum2 + more;
        c[to + 3] = sum3 + more;
      }
      for (; j < columns; j++, to++) {
        c[to] = dot(a, i * aRow, b, j * bColumn) + more;
      }
    }
  }

  @Override
  public void add(double factor, DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C, DMatrixRMaj room) {
    double[] a = A.data;
    double[] b = B.data;
    double[] c = C.data;
    int to = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++, to++) {
        c[to] += factor * dot(a, i * aRow, b, j * bColumn);
      }
    }
  }

  /** With up to four terms, which is what most such sums have, no loop at all. */
  private double dot(double[] a, int at, double[] b, int bt) {
    double sum = 0 + a[at] * b[bt];
    if (inner > 1) {
      sum += a[at + aInner] * b[bt + bInner];
      if (inner > 2) {
        sum += a[at + 2 * aInner] * b[bt + 2 * bInner];
        if (inner > 3) {
          sum += a[at + 3 * aInner] * b[bt + 3 * bInner];
          for (int k = 4; k < inner; k++) {
            sum += a[at + k * aInner] * b[bt + k * bInner];
          }
        }
      }
    }
    return sum;
  }
}
