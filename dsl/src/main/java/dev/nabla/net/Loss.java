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
 * squaredError.of(row(7), row(3))          // 16
 * squaredError.half().of(row(7), row(3))   // 8
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

  /** The sum as a formula of the output and Y, without the factor. */
  Notation formula(Notation z);

  /** The same loss times 1/2. */
  default Loss half() {
    return with(scale().withHalf(name()));
  }

  /** The same loss divided by the number of examples. */
  default Loss mean() {
    return with(scale().withMean(name()));
  }

  /** L of output Z and targets Y; each column is one example. */
  default double of(SimpleMatrix Z, SimpleMatrix Y) {
    requireSameShape(Z, Y);
    return scale().of(sum(Z.getDDRM(), Y.getDDRM()), Z.getNumCols());
  }

  /** dL/dZ, of the shape of Z. */
  default SimpleMatrix gradient(SimpleMatrix Z, SimpleMatrix Y) {
    requireSameShape(Z, Y);
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
    return Words.join(scale().notation(), formula(z));
  }

  @Override
  default View view() {
    return new View.Line(Words.join(Words.plain("loss "), scaledFormula(Notation.of("Z"))));
  }
}
