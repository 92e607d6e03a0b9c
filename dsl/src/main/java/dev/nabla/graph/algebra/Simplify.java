package dev.nabla.graph.algebra;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a formula as a person would: like terms collected, common factors in front, brackets kept
 * unless multiplying out makes it shorter.
 *
 * <pre>{@code
 * 2 c (a - b) * 2 (w + x + y) - 2 c (a - b) * 2 (x - y - z)   ->   4 c (a - b) (w + 2 y + z)
 * }</pre>
 *
 * <p>The result equals the formula wherever both have a value. Formulas of more than {@link
 * Unsupported#LONGEST} parts are returned as they are.
 */
public final class Simplify {
  private static final int LARGEST_POWER = 1000;
  private final Fingerprint fingerprint = new Fingerprint();

  private Simplify() {}

  public static Expression simplify(Expression formula) {
    if (formula.inputs().isEmpty() || formula.size() > Unsupported.LONGEST) {
      return formula;
    }
    Simplify work = new Simplify();
    Factoring factoring = new Factoring(work.fingerprint, work::terms);
    return factoring.shortest(work.terms(formula));
  }

  private Terms one(Monomial term) {
    return new Terms(fingerprint).plus(term);
  }

  private Monomial atom(Expression expression) {
    return expression.isNumber()
        ? Monomial.number(expression, fingerprint.of(expression), Constant.ONE)
        : Monomial.matrix(expression);
  }

  private Terms terms(Expression formula) {
    if (formula instanceof Constant constant) {
      return one(Monomial.constant(constant.value()));
    }
    if (!(formula instanceof Apply apply)) {
      return one(atom(formula));
    }
    return switch (apply.operation().name()) {
      case "add" -> sum(apply, Rational.ONE);
      case "subtract" -> sum(apply, Rational.of(-1));
      case "negate" -> scaled(terms(apply.input(0)), Rational.of(-1));
      case "multiply" -> multiply(apply);
      case "divide" -> one(divide(apply));
      case "power", "exponential" -> one(power(apply));
      case "transpose" -> transpose(terms(apply.input(0)));
      case "matrix product" -> one(product(apply));
      default -> one(atom(rebuilt(apply)));
    };
  }

  private Terms sum(Apply apply, Rational signOfLater) {
    Terms all = new Terms(fingerprint);
    for (Expression input : apply.inputs()) {
      Rational sign = input == apply.input(0) ? Rational.ONE : signOfLater;
      boolean everywhere = input.isNumber() && !apply.isNumber();
      for (Monomial term : terms(input).all()) {
        Monomial wide = everywhere ? term.withBody(Expressions.ones(apply.shape())) : term;
        all.plus(wide.scaled(sign));
      }
    }
    return all;
  }

  private Terms scaled(Terms terms, Rational factor) {
    Terms all = new Terms(fingerprint);
    terms.all().forEach(term -> all.plus(term.scaled(factor)));
    return all;
  }

  /** A single term, one factor of which is the sum if there are several terms. */
  private Monomial single(Expression formula) {
    return new Factoring(fingerprint, this::terms).factored(terms(formula));
  }

  private Terms multiply(Apply apply) {
    Monomial numbers = Monomial.constant(Rational.ONE);
    List<Expression> matrices = new ArrayList<>();
    for (Expression input : apply.inputs()) {
      Monomial factor = single(input);
      numbers = numbers.times(factor.scalarPart());
      if (factor.body() != null) {
        MatrixForms.entrywiseFactors(factor.body(), matrices);
      }
    }
    return one(
        apply.isNumber() ? numbers : numbers.withBody(MatrixForms.entrywise(matrices, apply)));
  }

  private Monomial divide(Apply apply) {
    Monomial below = single(apply.input(1));
    return below.isZero() ? atom(apply) : single(apply.input(0)).times(below.power(-1));
  }

  private Monomial power(Apply apply) {
    Expression exponent = simplify(apply.input(1));
    Monomial base = single(apply.input(0));
    Integer small = exponent instanceof Constant c ? c.value().asSmallInteger(LARGEST_POWER) : null;
    if (small != null && (!base.isZero() || small >= 0)) {
      return small == 0 ? Monomial.constant(Rational.ONE) : base.power(small);
    }
    if (base.isZero()) {
      return atom(apply);
    }
    if (base.singleBase() != null) {
      return Monomial.number(base.singleBase().base(), base.singleBase().key(), exponent);
    }
    Expression whole = base.toExpression();
    return Monomial.number(whole, fingerprint.of(whole), exponent);
  }

  private Terms transpose(Terms terms) {
    Terms all = new Terms(fingerprint);
    for (Monomial term : terms.all()) {
      all.plus(term.body() == null ? term : term.withBody(MatrixForms.transpose(term.body())));
    }
    return all;
  }

  private Monomial product(Apply apply) {
    Monomial numbers = Monomial.constant(Rational.ONE);
    List<Expression> chain = new ArrayList<>();
    for (Expression input : apply.inputs()) {
      Monomial factor = single(input);
      numbers = numbers.times(factor.scalarPart());
      if (factor.body() != null) {
        MatrixForms.productFactors(factor.body(), chain);
      }
    }
    if (numbers.isZero()) {
      return numbers;
    }
    for (List<Expression> inner = MatrixForms.takeNumber(chain);
        inner != null;
        inner = MatrixForms.takeNumber(chain)) {
      numbers = numbers.times(atom(MatrixForms.product(inner)));
    }
    return numbers.times(atom(MatrixForms.product(chain)));
  }

  private Expression rebuilt(Apply apply) {
    return Apply.of(apply.operation(), apply.inputs().stream().map(Simplify::simplify).toList());
  }
}
