package dev.nabla.product;

import java.io.IOException;
import org.ejml.data.DMatrixRMaj;

/**
 * C = A B for one choice of shapes, where A and B may be stored transposed.
 *
 * <p>All ways but a BLAS sum an entry in the order of the inner index, as on paper: they agree to
 * the last digit.
 */
public interface Product {

  /** Up to so many multiplications, looking at the shapes would cost more than multiplying. */
  long TINY = 512;

  /** Rows of C that are at least so long are worth a vector loop. */
  int LONG_ROW = 16;

  /**
   * From so many multiplications on a BLAS is worth last digits that depend on the machine; the
   * nets of a worksheet are below.
   */
  long LARGE = 1 << 16;

  /**
   * C = A B.
   *
   * @param C modified
   */
  void multiply(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C);

  /**
   * C = A B + b 1^T.
   *
   * @param b a column; null for none
   * @param C modified
   */
  default void multiply(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj b, DMatrixRMaj C) {
    multiply(A, B, C);
    if (b == null) {
      return;
    }
    double[] c = C.data;
    for (int i = 0, at = 0; i < C.numRows; i++) {
      double more = b.data[i];
      for (int end = at + C.numCols; at < end; at++) {
        c[at] += more;
      }
    }
  }

  /**
   * C = C + factor A B.
   *
   * @param C modified
   * @param room of the shape of C; what it holds afterwards is not said
   */
  default void add(double factor, DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C, DMatrixRMaj room) {
    multiply(A, B, room);
    double[] sum = C.data;
    double[] product = room.data;
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * product[i];
    }
  }

  /** The shapes. */
  Factors factors();

  /**
   * The same product in code for it alone, to be called from code that knows it as a constant; this
   * one where that would not be faster.
   */
  default Product alone() throws IOException, ReflectiveOperationException {
    return this;
  }

  /** The fastest way. */
  static Product fastest(Factors factors) {
    return factors.multiplications() >= LARGE && OpenBlas.found()
        ? new Blas(factors)
        : inOrder(factors);
  }

  /** What multiplies large matrices here: {@code OpenBLAS}, or {@code Java}. */
  static String ofLargeMatrices() {
    return OpenBlas.found() ? "OpenBLAS" : "Java";
  }

  /** The fastest way that sums every entry in the order of the inner index. */
  static Product inOrder(Factors factors) {
    if (factors.columns() >= LONG_ROW) {
      return new Panels(factors);
    }
    return factors.multiplications() <= TINY ? new Loops(factors) : new Ejml(factors);
  }
}
