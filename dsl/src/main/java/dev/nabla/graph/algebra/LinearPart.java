package dev.nabla.graph.algebra;

import static dev.nabla.graph.algebra.Expressions.identity;
import static dev.nabla.graph.algebra.Expressions.negate;
import static dev.nabla.graph.algebra.Expressions.ones;
import static dev.nabla.graph.algebra.Expressions.times;
import static dev.nabla.graph.algebra.Expressions.transpose;

import java.util.ArrayList;
import java.util.List;

/**
 * The matrix M of a formula M s that is linear in the column s: how a Jacobian is read off a
 * derivative.
 */
public final class LinearPart {
  private final Symbol column;

  private LinearPart(Symbol column) {
    this.column = column;
  }

  /**
   * The matrix M with {@code formula = M column}; not simplified. The formula is a column or a
   * number. Throws a NablaException if M has no formula here.
   */
  public static Expression of(Expression formula, Symbol column) {
    return new LinearPart(column).matrix(formula);
  }

  private boolean contains(Expression expression) {
    return expression.equals(column) || expression.inputs().stream().anyMatch(this::contains);
  }

  private Expression matrix(Expression formula) {
    if (formula.equals(column)) {
      return identity(column.shape().rows());
    }
    if (!(formula instanceof Apply apply)) {
      throw Unsupported.derivative(formula);
    }
    return switch (apply.operation().name()) {
      case "add" -> Expressions.add(apply.inputs().stream().map(this::matrix).toList());
      case "subtract" -> Expressions.subtract(matrix(apply.input(0)), matrix(apply.input(1)));
      case "negate" -> negate(matrix(apply.input(0)));
      case "multiply" -> factors(apply);
      case "divide" -> Expressions.divide(matrix(apply.input(0)), apply.input(1));
      case "matrix product" -> product(apply);
      case "sum" -> times(transpose(ones(apply.input(0).shape())), matrix(apply.input(0)));
      default -> throw Unsupported.derivative(formula);
    };
  }

  /** u .* (M s) is diag(u) M s; a (M s) is (a M) s; and (u^T M s) v is (v u^T M) s. */
  private Expression factors(Apply apply) {
    List<Expression> numbers = new ArrayList<>();
    List<Expression> matrices = new ArrayList<>();
    Expression linear = null;
    for (Expression input : apply.inputs()) {
      if (contains(input)) {
        linear = input;
      } else {
        (input.isNumber() ? numbers : matrices).add(input);
      }
    }
    Expression inner = matrix(linear);
    if (!matrices.isEmpty()) {
      Expression rest = Expressions.entrywise(matrices);
      boolean scales = linear.isNumber();
      inner = times(scales ? rest : Apply.of(MatrixOperations.DIAGONAL, rest), inner);
    }
    numbers.add(inner);
    return times(numbers);
  }

  private Expression product(Apply apply) {
    int last = apply.inputs().size() - 1;
    if (contains(apply.input(last)) && apply.shape().isColumn()) {
      Expression before = times(apply.inputs().subList(0, last));
      return times(before, matrix(apply.input(last)));
    }
    if (apply.isNumber() && contains(apply.input(0))) {
      List<Expression> turned = new ArrayList<>();
      apply.inputs().forEach(input -> turned.add(0, MatrixForms.transpose(input)));
      return product(Apply.of(MatrixOperations.PRODUCT, turned));
    }
    throw Unsupported.derivative(apply);
  }
}
