package dev.nabla.net;

import dev.nabla.display.Notation;

/** f(s) = s, f'(s) = 1. */
public record Identity() implements Elementwise {
  @Override
  public String name() {
    return "identity";
  }

  @Override
  public double of(double s) {
    return s;
  }

  @Override
  public double slope(double s, double z) {
    return 1;
  }

  @Override
  public Notation formula() {
    return Notation.of("s");
  }

  @Override
  public Notation derivative() {
    return Notation.of("1");
  }
}
