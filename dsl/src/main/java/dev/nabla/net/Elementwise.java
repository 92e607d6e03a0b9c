package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.display.View;
import dev.nabla.matrix.Jacobian;
import dev.nabla.matrix.ScalarFunction;
import java.util.List;
import java.util.stream.IntStream;
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

  /** No, unless an entry says that {@link #slope(double, double)} does not look at s. */
  @Override
  default boolean slopeFromZ() {
    return false;
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

  /** The formulas, and the curves of f and f' around 0. */
  @Override
  default View view() {
    double[] s = IntStream.rangeClosed(-50, 50).mapToDouble(i -> i / 10.0).toArray();
    double[] f = new double[s.length];
    double[] slope = new double[s.length];
    for (int i = 0; i < s.length; i++) {
      f[i] = of(s[i]);
      slope[i] = slope(s[i]);
    }
    List<View.Series> curves =
        List.of(new View.Series(name(), s, f, true), new View.Series("derivative", s, slope, true));
    return new View.Illustrated(
        Activation.super.view(), new View.Chart(Notation.of(name()), "s", "", false, curves));
  }
}
