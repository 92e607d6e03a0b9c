package dev.nabla.net;

import dev.nabla.matrix.Jacobian;
import dev.nabla.matrix.ScalarFunction;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/** An activation that treats every entry alike: delta = dL/dZ o f'(S). */
public interface Elementwise extends Activation, ScalarFunction {

  /** f(s). */
  @Override
  double of(double s);

  /**
   * f'(s), in whichever of s and z is handier.
   *
   * @param s NaN where only Z is kept
   * @param z f(s)
   */
  double slope(double s, double z);

  /** f'(s). */
  @Override
  default double slope(double s) {
    return slope(s, of(s));
  }

  /** f'(S), entry by entry. */
  default SimpleMatrix slope(SimpleMatrix s) {
    SimpleMatrix slope = s.createLike();
    for (int i = 0; i < s.getNumElements(); i++) {
      slope.set(i, slope(s.get(i)));
    }
    return slope;
  }

  @Override
  default Jacobian jacobian(SimpleMatrix s) {
    return Jacobian.of(slope(Jacobian.requireColumn(s)).diag(), s);
  }

  @Override
  default boolean slopeFromZ() {
    return true;
  }

  @Override
  default void forward(DMatrixRMaj s, DMatrixRMaj z) {
    int n = s.getNumElements();
    for (int i = 0; i < n; i++) {
      z.data[i] = of(s.data[i]);
    }
  }

  @Override
  default void backward(DMatrixRMaj s, DMatrixRMaj z, DMatrixRMaj dZ, DMatrixRMaj delta) {
    int n = z.getNumElements();
    for (int i = 0; i < n; i++) {
      delta.data[i] = dZ.data[i] * slope(s == null ? Double.NaN : s.data[i], z.data[i]);
    }
  }
}
