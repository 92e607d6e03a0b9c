package dev.nabla.graph.algebra;

import java.util.List;

/** A number written in a formula, kept exactly. */
public record Constant(Rational value) implements Expression {
  public static final Constant ZERO = new Constant(Rational.ZERO);
  public static final Constant ONE = new Constant(Rational.ONE);

  public static Constant of(long value) {
    return new Constant(Rational.of(value));
  }

  @Override
  public Shape shape() {
    return Shape.NUMBER;
  }

  @Override
  public List<Expression> inputs() {
    return List.of();
  }

  @Override
  public int depth() {
    return 0;
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
