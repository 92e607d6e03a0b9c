package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;

/**
 * f(s) = max(0, s), f'(s) = 1 for s &gt; 0 and 0 for s &lt; 0; at 0 any slope from 0 to 1 is a
 * subgradient.
 *
 * @param atZero f'(0), usually 0
 */
public record Relu(double atZero) implements Elementwise {
  public Relu {
    if (!(atZero >= 0 && atZero <= 1)) {
      throw new NablaException(
          "relu.slopeAtZero("
              + Shape.number(atZero)
              + "): at 0 any slope from 0 to 1 is a subgradient, others are not.");
    }
  }

  /** The same function with f'(0) = {@code slope}. */
  public Relu slopeAtZero(double slope) {
    return new Relu(slope);
  }

  @Override
  public String name() {
    return "relu";
  }

  @Override
  public double of(double s) {
    return Math.max(s, 0);
  }

  @Override
  public double slope(double s, double z) {
    return z > 0 ? 1 : s == 0 ? atZero : 0;
  }

  /** Where f'(0) is 0, Z = 0 means slope 0 on either side; else S must tell 0 from below 0. */
  @Override
  public boolean slopeFromZ() {
    return atZero == 0;
  }

  @Override
  public Notation formula() {
    return new Notation("max(0, s)", "max(0, s)", "\\max(0, s)");
  }

  @Override
  public Notation derivative() {
    String zero = Shape.number(atZero);
    return new Notation(
        "1 if s > 0, 0 if s < 0, " + zero + " at 0",
        "1 if s &gt; 0, 0 if s &lt; 0, " + zero + " at 0",
        "1\\text{ if }s > 0,\\ 0\\text{ if }s < 0,\\ " + zero + "\\text{ at }0");
  }
}
