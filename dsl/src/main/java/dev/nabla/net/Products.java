package dev.nabla.net;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The matrix products of one dense layer. Every output row is summed in the same order. */
final class Products {
  private Products() {}

  /**
   * S = W Z + b 1^T.
   *
   * @param b null for none
   * @param S modified
   */
  static void preActivation(DMatrixRMaj W, DMatrixRMaj Z, DMatrixRMaj b, DMatrixRMaj S) {
    CommonOps_DDRM.mult(W, Z, S);
    if (b == null) {
      return;
    }
    int examples = S.numCols;
    for (int i = 0, at = 0; i < S.numRows; i++) {
      double bias = b.data[i];
      for (int n = 0; n < examples; n++, at++) {
        S.data[at] += bias;
      }
    }
  }

  /**
   * dW = delta Z^T.
   *
   * @param dW modified
   */
  static void weightGradient(DMatrixRMaj delta, DMatrixRMaj Z, DMatrixRMaj dW) {
    CommonOps_DDRM.multTransB(delta, Z, dW);
  }

  /**
   * db = delta 1, the sums of the rows of delta.
   *
   * @param db modified; null for none
   */
  static void biasGradient(DMatrixRMaj delta, DMatrixRMaj db) {
    if (db == null) {
      return;
    }
    Arrays.fill(db.data, 0);
    int examples = delta.numCols;
    for (int i = 0, at = 0; i < delta.numRows; i++) {
      for (int n = 0; n < examples; n++, at++) {
        db.data[i] += delta.data[at];
      }
    }
  }

  /**
   * dZ = W^T delta, the gradient of the activation below.
   *
   * @param dZ modified
   */
  static void inputGradient(DMatrixRMaj W, DMatrixRMaj delta, DMatrixRMaj dZ) {
    CommonOps_DDRM.multTransA(W, delta, dZ);
  }
}
