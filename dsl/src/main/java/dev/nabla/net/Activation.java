package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.Symbols;
import dev.nabla.display.View;
import dev.nabla.matrix.Jacobian;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/**
 * Z = f(S), the activation of a layer, with its derivative.
 *
 * <pre>{@code
 * sigmoid.of(0)              // 0.5
 * sigmoid.slope(0)           // 0.25
 * sigmoid.of(column(0, 0))   // 0.5; 0.5
 * }</pre>
 */
public interface Activation extends Showable {

  /** The word for it in a notebook, such as {@code relu}. */
  String name();

  /** f(s) as a formula. */
  Notation formula();

  /** f'(s) as a formula. */
  Notation derivative();

  /**
   * Z = f(S); each column is one example.
   *
   * @param s not modified
   * @param z modified: same shape as s
   */
  void forward(DMatrixRMaj s, DMatrixRMaj z);

  /**
   * delta = (dZ/dS)^T dL/dZ, example by example.
   *
   * @param s not modified; null where only Z is kept
   * @param z f(s), not modified
   * @param dZ dL/dZ, not modified; may be the same object as delta
   * @param delta modified: same shape as s
   */
  void backward(DMatrixRMaj s, DMatrixRMaj z, DMatrixRMaj dZ, DMatrixRMaj delta);

  /** Whether f'(S) can be computed from Z = f(S) alone. */
  boolean slopeFromZ();

  /** Z as a formula of S: {@code relu(S1)}. */
  default Notation applied(Notation s) {
    return Words.join(Symbols.of(name()), Words.parentheses(s));
  }

  /**
   * delta as a formula, here dL/dZ o f'(S).
   *
   * @param slope f'(S), asked for only where it appears
   */
  default Notation delta(Notation z, Notation dZ, Supplier<Notation> slope) {
    return Words.entrywise(dZ, slope.get());
  }

  /** What happens on the way forward, as a sentence. */
  default String sentence() {
    return name() + " of each entry.";
  }

  /** What happens on the way back, as a sentence. */
  default String backwardSentence() {
    return "Chain rule through " + name() + ": each entry times the slope there.";
  }

  /**
   * Which smooth piece of f an s lies on: different numbers on the sides of a kink and at it.
   *
   * <p>Differences across a kink do not approach any derivative.
   */
  default int piece(double s) {
    return 0;
  }

  /** dz/ds at a column s: diagonal where f treats every entry alike. */
  Jacobian jacobian(SimpleMatrix s);

  /** f of each entry, or of each column for softmax. */
  default SimpleMatrix of(SimpleMatrix s) {
    DMatrixRMaj z = new DMatrixRMaj(s.getNumRows(), s.getNumCols());
    forward(s.getDDRM(), z);
    return SimpleMatrix.wrap(z);
  }

  @Override
  default View view() {
    Notation line =
        Words.join(
            Words.plain(name() + ": "), formula(), Words.plain(", derivative "), derivative());
    return new View.Line(line);
  }
}
