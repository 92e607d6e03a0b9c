package dev.nabla.net;

import dev.nabla.display.Notation;

/** f(s) = tanh s, f'(s) = 1 - z^2 with z = f(s). */
public record Tanh() implements Elementwise {
  @Override
  public String name() {
    return "tanh";
  }

  @Override
  public double of(double s) {
    return StrictMath.tanh(s);
  }

  @Override
  public double slope(double s, double z) {
    return 1 - z * z;
  }

  @Override
  public boolean slopeFromZ() {
    return true;
  }

  @Override
  public Notation formula() {
    return new Notation("tanh(s)", "tanh(s)", "\\tanh s");
  }

  @Override
  public Notation derivative() {
    return new Notation("1 - z^2", "1 - z<sup>2</sup>", "1 - z^2");
  }
}
