package dev.nabla.graph.algebra;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A coefficient times powers of numbers, times at most one matrix: one term of a sum.
 *
 * @param factors no two with the same base
 * @param body the matrix; null for a number
 */
record Monomial(Rational coefficient, List<Factor> factors, Expression body) {
  private static final String LAST = "\uffff";

  /** A power of a number; {@code key} is the fingerprint of the base. */
  record Factor(Expression base, long key, Expression exponent) {

    Rational constantExponent() {
      return exponent instanceof Constant constant ? constant.value() : null;
    }

    /** Smaller than 0, so that it is written below the bar. */
    boolean isBelow() {
      return constantExponent() != null && constantExponent().signum() < 0;
    }

    Factor withExponent(Expression other) {
      return new Factor(base, key, other);
    }
  }

  static Monomial constant(Rational value) {
    return new Monomial(value, List.of(), null);
  }

  static Monomial number(Expression base, long key, Expression exponent) {
    return new Monomial(Rational.ONE, List.of(new Factor(base, key, exponent)), null);
  }

  static Monomial matrix(Expression body) {
    return new Monomial(Rational.ONE, List.of(), body);
  }

  boolean isZero() {
    return coefficient.signum() == 0;
  }

  Monomial scaled(Rational factor) {
    return new Monomial(coefficient.times(factor), factors, body);
  }

  Monomial withBody(Expression other) {
    return new Monomial(coefficient, factors, other);
  }

  /** The base, if this is a number with a single base and nothing else; else null. */
  Factor singleBase() {
    boolean single = body == null && factors.size() == 1 && coefficient.equals(Rational.ONE);
    return single && factors.get(0).exponent().equals(Constant.ONE) ? factors.get(0) : null;
  }

  /** Coefficient and factors without the matrix. */
  Monomial scalarPart() {
    return withBody(null);
  }

  /** The product of the numbers; at most one of the two has a matrix. */
  Monomial times(Monomial other) {
    Rational scale = coefficient.times(other.coefficient);
    List<Factor> all = new ArrayList<>(factors);
    for (Factor factor : other.factors) {
      scale = scale.times(multiplyInto(all, factor));
    }
    return new Monomial(scale, all, body != null ? body : other.body);
  }

  /** Returns the sign that appears when a base is met again turned around, as in (b - a)(a - b). */
  private static Rational multiplyInto(List<Factor> all, Factor factor) {
    Rational constant = factor.constantExponent();
    for (int i = 0; i < all.size(); i++) {
      Factor present = all.get(i);
      boolean turned =
          present.key() == Fingerprint.negate(factor.key())
              && constant != null
              && constant.isInteger();
      if (present.key() != factor.key() && !turned) {
        continue;
      }
      Expression exponent =
          Simplify.simplify(Expressions.add(present.exponent(), factor.exponent()));
      if (exponent.equals(Constant.ZERO)) {
        all.remove(i);
      } else {
        all.set(i, present.withExponent(exponent));
      }
      boolean odd = turned && constant.numerator().testBit(0);
      return odd ? Rational.of(-1) : Rational.ONE;
    }
    all.add(factor);
    return Rational.ONE;
  }

  /** Each factor raised by itself: allowed because the exponent is an integer. */
  Monomial power(int exponent) {
    List<Factor> raised = new ArrayList<>();
    for (Factor factor : factors) {
      Expression product = Expressions.times(factor.exponent(), Constant.of(exponent));
      raised.add(factor.withExponent(Simplify.simplify(product)));
    }
    return new Monomial(coefficient.power(exponent), raised, null);
  }

  /** Before every bracket and function, which stay in the order in which they came. */
  private static String alphabetical(Factor factor) {
    return factor.base() instanceof Symbol symbol ? symbol.name() : LAST;
  }

  /** Names first, then brackets and functions; negative powers below the bar. */
  Expression toExpression() {
    if (coefficient.signum() < 0) {
      return Expressions.negate(scaled(Rational.of(-1)).toExpression());
    }
    List<Expression> above = new ArrayList<>();
    List<Expression> below = new ArrayList<>();
    List<Factor> ordered = new ArrayList<>(factors);
    ordered.sort(Comparator.comparing(Monomial::alphabetical));
    for (Factor factor : ordered) {
      if (factor.isBelow()) {
        Expression exponent = new Constant(factor.constantExponent().negate());
        below.add(Expressions.power(factor.base(), exponent));
      } else {
        above.add(Expressions.power(factor.base(), factor.exponent()));
      }
    }
    Rational front = coefficient;
    if (!below.isEmpty() && !front.isInteger()) {
      below.add(0, new Constant(Rational.of(front.denominator())));
      front = Rational.of(front.numerator());
    }
    if (!front.equals(Rational.ONE)) {
      above.add(0, new Constant(front));
    }
    Expression scalar = scalar(above, below);
    return body == null ? scalar : withMatrix(scalar);
  }

  private static Expression scalar(List<Expression> above, List<Expression> below) {
    Expression top = above.isEmpty() ? Constant.ONE : Expressions.entrywise(above);
    return below.isEmpty() ? top : Expressions.divide(top, Expressions.entrywise(below));
  }

  private Expression withMatrix(Expression scalar) {
    if (scalar.equals(Constant.ONE)) {
      return body;
    }
    List<Expression> all = new ArrayList<>();
    flatten(scalar, all);
    flatten(body, all);
    return Apply.of(Products.MULTIPLY, all);
  }

  private static void flatten(Expression product, List<Expression> into) {
    if (product instanceof Apply apply && apply.is(Products.MULTIPLY)) {
      into.addAll(apply.inputs());
    } else {
      into.add(product);
    }
  }
}
