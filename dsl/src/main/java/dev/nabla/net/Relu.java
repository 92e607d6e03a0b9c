package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.matrix.Digits;
import dev.nabla.message.NablaException;
import org.ejml.data.DMatrixRMaj;

/**
 * f(s) = s for s &gt; 0 and leak s below, f'(s) = 1 for s &gt; 0 and leak below; at 0 any slope
 * from leak to 1 is a subgradient.
 *
 * <pre>{@code
 * relu.slope(0)                   // 0.0
 * relu.slopeAtZero(1).slope(0)    // 1.0
 * relu.leaky(0.01).of(-3)         // -0.03
 * }</pre>
 *
 * @param leak slope for s &lt; 0; 0 unless leaky
 * @param atZero f'(0); the leak unless said
 */
public record Relu(double leak, double atZero) implements Elementwise {

  /** The same function with f'(0) = {@code slope}. */
  public Relu slopeAtZero(double slope) {
    if (!(slope >= leak && slope <= 1)) {
      throw new NablaException(
          "relu.slopeAtZero("
              + Digits.typed(slope)
              + "): at 0 any slope from "
              + Digits.typed(leak)
              + " to 1 is a subgradient, others are not.");
    }
    return new Relu(leak, slope);
  }

  /** The function with a small slope below 0, so that no unit is ever switched off. */
  public Relu leaky(double leak) {
    if (!(leak > 0 && leak < 1)) {
      throw new NablaException(
          "relu.leaky("
              + Digits.typed(leak)
              + "): the slope below 0 lies between 0 and 1, such as relu.leaky(0.01).");
    }
    return new Relu(leak, leak);
  }

  @Override
  public String name() {
    return leak == 0 ? "relu" : "leaky relu";
  }

  @Override
  public double of(double s) {
    return s > 0 || Double.isNaN(s) ? s : leak == 0 ? 0 : leak * s;
  }

  @Override
  public double slope(double s, double z) {
    return z > 0 ? 1 : s == 0 ? atZero : leak;
  }

  /** Where f'(0) is the slope below 0, S need not tell 0 from below 0. */
  @Override
  public boolean slopeFromZ() {
    return atZero == leak;
  }

  @Override
  public int piece(double s) {
    return (int) Math.signum(s);
  }

  // The loops of Elementwise once more: here the compiler sees one rule only and inlines it.

  @Override
  public void forward(DMatrixRMaj s, DMatrixRMaj z) {
    int n = s.getNumElements();
    for (int i = 0; i < n; i++) {
      z.data[i] = of(s.data[i]);
    }
  }

  @Override
  public void backward(DMatrixRMaj s, DMatrixRMaj z, DMatrixRMaj dZ, DMatrixRMaj delta) {
    int n = z.getNumElements();
    for (int i = 0; i < n; i++) {
      delta.data[i] = dZ.data[i] * slope(s == null ? Double.NaN : s.data[i], z.data[i]);
    }
  }

  @Override
  public Notation formula() {
    if (leak == 0) {
      return new Notation("max(0, s)", "max(0, s)", "\\max(0, s)");
    }
    String slope = Digits.typed(leak);
    return new Notation(
        "s if s > 0, " + slope + " s below",
        "s if s &gt; 0, " + slope + " s below",
        "s\\text{ if }s > 0,\\ " + slope + "\\,s\\text{ below}");
  }

  @Override
  public Notation derivative() {
    String below = Digits.typed(leak);
    String zero = Digits.typed(atZero);
    return new Notation(
        "1 if s > 0, " + below + " if s < 0, " + zero + " at 0",
        "1 if s &gt; 0, " + below + " if s &lt; 0, " + zero + " at 0",
        "1\\text{ if }s > 0,\\ " + below + "\\text{ if }s < 0,\\ " + zero + "\\text{ at }0");
  }
}
