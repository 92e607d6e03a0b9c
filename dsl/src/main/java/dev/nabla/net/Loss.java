package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/**
 * One number L that says how far the output Z is from the targets Y: a sum over examples, times a
 * {@link Scale} that is said aloud.
 *
 * <pre>{@code
 * squaredError.of(row(7), row(3))          // 16.0
 * squaredError.half().of(row(7), row(3))   // 8.0
 * }</pre>
 */
public interface Loss extends Showable {

  /** The word for it in a notebook, such as {@code squaredError}. */
  String name();

  /** The factor in front of the sum. */
  Scale scale();

  /** The same sum with another factor. */
  Loss with(Scale scale);

  /**
   * The sum before scaling.
   *
   * @param z output, not modified
   * @param y targets of the same shape, not modified
   */
  double sum(DMatrixRMaj z, DMatrixRMaj y);

  /**
   * The derivative of the sum with respect to z, before scaling.
   *
   * @param z not modified
   * @param y not modified
   * @param dZ modified: same shape as z
   */
  void derivative(DMatrixRMaj z, DMatrixRMaj y, DMatrixRMaj dZ);

  /** The sum as a formula of output and targets, without the factor. */
  Notation formula(Notation z, Notation y);

  /** The sum in the grammar of graphs, for one example. */
  default String inGraph(String z, String y) {
    return formula(Notation.of(z), Notation.of(y)).text();
  }

  /** The derivative of the sum as a formula of output and targets, without the factor. */
  Notation derivative(Notation z, Notation y);

  /**
   * Checks what the loss assumes about outputs and targets.
   *
   * @param where the call, for the message
   */
  default void require(String where, SimpleMatrix Z, SimpleMatrix Y) {}

  /**
   * Loss and last activation as one function of S, if together they are simpler and stay exact
   * where the output saturates; null if not.
   */
  default Fused fusedWith(Activation last) {
    return null;
  }

  /** Which smooth piece of the sum each entry lies on, or null if the sum is smooth. */
  default SimpleMatrix pieces(SimpleMatrix Z, SimpleMatrix Y) {
    return null;
  }

  /** The same loss times 1/2. */
  default Loss half() {
    return with(scale().withHalf(name()));
  }

  /** The same loss divided by the number of examples. */
  default Loss mean() {
    return with(scale().withMean(name()));
  }

  /**
   * L of output Z and targets Y; each column is one example.
   *
   * @throws NablaException if the shapes differ, or Z or Y is not what this loss compares
   */
  default double of(SimpleMatrix Z, SimpleMatrix Y) {
    requireSameShape(Z, Y);
    require(name(), Z, Y);
    return scale().of(sum(Z.getDDRM(), Y.getDDRM()), Z.getNumCols());
  }

  /**
   * dL/dZ, of the shape of Z.
   *
   * @throws NablaException if the shapes differ, or Z or Y is not what this loss compares
   */
  default SimpleMatrix gradient(SimpleMatrix Z, SimpleMatrix Y) {
    requireSameShape(Z, Y);
    require(name(), Z, Y);
    DMatrixRMaj dZ = new DMatrixRMaj(Z.getNumRows(), Z.getNumCols());
    derivative(Z.getDDRM(), Y.getDDRM(), dZ);
    scale().applyTo(dZ);
    return SimpleMatrix.wrap(dZ);
  }

  private void requireSameShape(SimpleMatrix z, SimpleMatrix y) {
    if (!Shape.same(z, y)) {
      throw new NablaException(
          name()
              + ": Z is "
              + Shape.of(z)
              + ", but Y is "
              + Shape.of(y)
              + ". Give Y one target for each entry of Z.");
    }
  }

  /** The formula with its factor. */
  default Notation scaledFormula(Notation z) {
    return Words.join(scale().notation("N"), formula(z, Notation.of("Y")));
  }

  /**
   * The derivative with its factor.
   *
   * @param N the number of examples, as a letter or a number
   */
  default Notation scaledDerivative(Notation z, Notation y, String N) {
    return Words.join(scale().notation(N), derivative(z, y));
  }

  @Override
  default View view() {
    return new View.Line(Words.join(Words.plain(name() + ": "), scaledFormula(Notation.of("Z"))));
  }

  /** Loss and last activation in one, before scaling. */
  interface Fused {

    /** The sum from the last pre-activation. */
    double sum(DMatrixRMaj s, DMatrixRMaj y);

    /**
     * The derivative of the sum with respect to s.
     *
     * @param z activation of s
     * @param delta modified
     */
    void delta(DMatrixRMaj z, DMatrixRMaj y, DMatrixRMaj delta);

    /** delta = Z - Y: what both losses of probabilities come to with their own activation. */
    static void difference(DMatrixRMaj z, DMatrixRMaj y, DMatrixRMaj delta) {
      int entries = z.getNumElements();
      for (int i = 0; i < entries; i++) {
        delta.data[i] = z.data[i] - y.data[i];
      }
    }
  }
}
