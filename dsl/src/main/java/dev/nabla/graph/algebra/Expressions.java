package dev.nabla.graph.algebra;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds formulas from formulas. Factors of 1 and terms that cannot matter are left out; everything
 * else stays as it is built ({@link Simplify} rewrites).
 *
 * <pre>{@code
 * times(Symbol.number("c"), power(add(a, b), Constant.of(2)))   // c (a + b)^2
 * }</pre>
 */
public final class Expressions {
  private Expressions() {}

  public static Expression add(Expression... terms) {
    return add(List.of(terms));
  }

  public static Expression add(List<Expression> terms) {
    return terms.size() == 1 ? terms.get(0) : Apply.of(Sums.ADD, terms);
  }

  public static Expression subtract(Expression left, Expression right) {
    return Apply.of(Sums.SUBTRACT, left, right);
  }

  public static Expression negate(Expression term) {
    if (term instanceof Constant constant) {
      return new Constant(constant.value().negate());
    }
    if (term instanceof Apply apply && apply.is(Sums.NEGATE)) {
      return apply.input(0);
    }
    return Apply.of(Sums.NEGATE, term);
  }

  public static Expression times(Expression... factors) {
    return times(List.of(factors));
  }

  /**
   * The product of numbers and matrices in the given order: numbers scale, matrices multiply as
   * matrices, and a row times a column is a number again.
   */
  public static Expression times(List<Expression> factors) {
    List<Expression> numbers = new ArrayList<>();
    List<Expression> chain = new ArrayList<>();
    for (Expression factor : factors) {
      if (factor.isNumber()) {
        numbers.add(factor);
        continue;
      }
      chain.add(factor);
      Expression product = chain.size() == 1 ? factor : matrixProduct(chain);
      if (product.isNumber()) {
        numbers.add(product);
        chain.clear();
      }
    }
    if (!chain.isEmpty()) {
      numbers.add(chain.size() == 1 ? chain.get(0) : matrixProduct(chain));
    }
    numbers.removeIf(Constant.ONE::equals);
    if (numbers.isEmpty()) {
      return Constant.ONE;
    }
    return numbers.size() == 1 ? numbers.get(0) : Apply.of(Products.MULTIPLY, numbers);
  }

  private static Expression matrixProduct(List<Expression> chain) {
    return Apply.of(MatrixOperations.PRODUCT, chain);
  }

  /** The product entry by entry. */
  public static Expression entrywise(List<Expression> factors) {
    return factors.size() == 1 ? factors.get(0) : Apply.of(Products.MULTIPLY, factors);
  }

  /** A quotient; of two constants, the exact fraction. */
  public static Expression divide(Expression above, Expression below) {
    if (above instanceof Constant a && below instanceof Constant b && b.value().signum() != 0) {
      return new Constant(a.value().dividedBy(b.value()));
    }
    return Constant.ONE.equals(below) ? above : Apply.of(Products.DIVIDE, above, below);
  }

  public static Expression power(Expression base, Expression exponent) {
    if (Constant.ONE.equals(exponent)) {
      return base;
    }
    return Apply.of(
        exponent instanceof Constant ? Powers.POWER : Powers.EXPONENTIAL, base, exponent);
  }

  public static Expression transpose(Expression matrix) {
    if (matrix instanceof Apply apply && apply.is(MatrixOperations.TRANSPOSE)) {
      return apply.input(0);
    }
    return matrix.isNumber() ? matrix : Apply.of(MatrixOperations.TRANSPOSE, matrix);
  }

  public static Expression sumOfEntries(Expression matrix) {
    return matrix.isNumber() ? matrix : Apply.of(MatrixOperations.SUM, matrix);
  }

  public static Expression trace(Expression matrix) {
    return matrix.isNumber() ? matrix : Apply.of(MatrixOperations.TRACE, matrix);
  }

  public static Expression squaredNorm(Expression matrix) {
    return matrix.isNumber()
        ? power(matrix, Constant.of(2))
        : Apply.of(MatrixOperations.SQUARED_NORM, matrix);
  }

  public static Expression norm(Expression matrix) {
    return Apply.of(matrix.isNumber() ? Functions.ABS.operation(0) : MatrixOperations.NORM, matrix);
  }

  public static Expression ones(Shape shape) {
    return shape.isNumber() ? Constant.ONE : Apply.of(MatrixOperations.ones(shape));
  }

  public static Expression identity(String size) {
    return size.equals("1") ? Constant.ONE : Apply.of(MatrixOperations.identity(size));
  }
}
