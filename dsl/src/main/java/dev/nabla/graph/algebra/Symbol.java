package dev.nabla.graph.algebra;

import java.util.List;

/** A name in a formula: an input, or the name of another formula. */
public record Symbol(String name, Shape shape) implements Expression {

  /** A number with this name. */
  public static Symbol number(String name) {
    return new Symbol(name, Shape.NUMBER);
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
    return name;
  }
}
