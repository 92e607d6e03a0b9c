package dev.nabla.net;

import dev.nabla.display.Notation;

/** f(s) = 1/(1 + exp(-s)), f'(s) = z (1 - z) with z = f(s); exact to the last digits for any s. */
public record Sigmoid() implements Elementwise {
  @Override
  public String name() {
    return "sigmoid";
  }

  @Override
  public double of(double s) {
    // exp of a positive number could overflow, so only the decaying side is computed.
    double e = StrictMath.exp(-Math.abs(s));
    return s < 0 ? e / (1 + e) : 1 / (1 + e);
  }

  @Override
  public double slope(double s, double z) {
    return z * (1 - z);
  }

  @Override
  public boolean slopeFromZ() {
    return true;
  }

  @Override
  public Notation formula() {
    return new Notation("1/(1 + exp(-s))", "1/(1 + exp(-s))", "\\frac{1}{1 + e^{-s}}");
  }

  @Override
  public Notation derivative() {
    return new Notation("z (1 - z)", "z (1 - z)", "z (1 - z)");
  }
}
