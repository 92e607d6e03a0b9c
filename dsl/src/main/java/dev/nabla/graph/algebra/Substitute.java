package dev.nabla.graph.algebra;

import java.util.List;

/** Puts a formula in the place of a name. */
public final class Substitute {
  private Substitute() {}

  /** {@code formula} with every {@code name} replaced by {@code value} of the same shape. */
  public static Expression in(Expression formula, Symbol name, Expression value) {
    if (formula.equals(name)) {
      return value;
    }
    if (!(formula instanceof Apply apply)) {
      return formula;
    }
    List<Expression> inputs = apply.inputs().stream().map(input -> in(input, name, value)).toList();
    return inputs.equals(apply.inputs()) ? apply : Apply.of(apply.operation(), inputs);
  }
}
