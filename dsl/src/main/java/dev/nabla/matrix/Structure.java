package dev.nabla.matrix;

import dev.nabla.message.NablaException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.ejml.simple.SimpleMatrix;

/** Questions about a matrix as a whole. */
public final class Structure {
  private Structure() {}

  /** Number of singular values that are not 0 up to rounding. */
  public static int rank(SimpleMatrix M) {
    Shape.requireFinite("rank", "M", M);
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(M.getNumRows(), M.getNumCols(), false, false, false);
    if (!svd.decompose(M.<DMatrixRMaj>getDDRM().copy())) {
      throw new NablaException("rank: the singular values of M could not be computed.");
    }
    return SingularOps_DDRM.rank(svd);
  }

  /** max |M_ij - M_kj|, the largest difference between two rows; 0 exactly when all are equal. */
  public static double rowSpread(SimpleMatrix M) {
    double spread = 0;
    for (int j = 0; j < M.getNumCols(); j++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < M.getNumRows(); i++) {
        low = Math.min(low, M.get(i, j));
        high = Math.max(high, M.get(i, j));
      }
      spread = Math.max(spread, high - low);
    }
    return spread;
  }

  /** max |M_ij - M_ik|, the largest difference between two columns; 0 if all are equal. */
  public static double columnSpread(SimpleMatrix M) {
    return rowSpread(M.transpose());
  }
}
