package dev.nabla.graph.formula;

import dev.nabla.graph.algebra.Apply;
import dev.nabla.graph.algebra.Constant;
import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.Expressions;
import dev.nabla.graph.algebra.Functions;
import dev.nabla.graph.algebra.MatrixOperations;

/** Powers as they are typed: the square of a norm is an operation of its own. */
final class TypedPower {
  private TypedPower() {}

  static Expression of(Expression base, Expression exponent) {
    boolean square = exponent.equals(Constant.of(2));
    if (square && base instanceof Apply apply && isNorm(apply)) {
      return Expressions.squaredNorm(apply.input(0));
    }
    return Expressions.power(base, exponent);
  }

  private static boolean isNorm(Apply apply) {
    return apply.is(MatrixOperations.NORM) || apply.operation().name().equals(Functions.ABS.name());
  }
}
