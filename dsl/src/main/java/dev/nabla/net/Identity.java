package dev.nabla.net;

import dev.nabla.display.Notation;
import java.util.function.Supplier;

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
  public boolean slopeFromZ() {
    return true;
  }

  @Override
  public Notation applied(Notation s) {
    return s;
  }

  @Override
  public Notation delta(Notation z, Notation dZ, Supplier<Notation> slope) {
    return dZ;
  }

  @Override
  public String sentence() {
    return "A linear layer passes its sums on.";
  }

  @Override
  public String backwardSentence() {
    return "The slope of a linear layer is 1.";
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
