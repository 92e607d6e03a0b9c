package dev.nabla.graph.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Takes sums apart into factors, and chooses the shortest way to write them. */
final class Factoring {
  private static final int LARGEST_EXPANSION = 100;
  private final Fingerprint fingerprint;
  private final Function<Expression, Terms> termsOf;

  Factoring(Fingerprint fingerprint, Function<Expression, Terms> termsOf) {
    this.fingerprint = fingerprint;
    this.termsOf = termsOf;
  }

  Expression shortest(Terms terms) {
    List<Expression> candidates = new ArrayList<>();
    candidates.add(factored(terms).toExpression());
    candidates.add(terms.toExpression());
    Terms expanded = expanded(terms);
    if (expanded != null) {
      candidates.add(factored(expanded).toExpression());
      candidates.add(expanded.toExpression());
    }
    Expression best = candidates.get(0);
    for (Expression candidate : candidates) {
      best = length(candidate) < length(best) ? candidate : best;
    }
    return best;
  }

  /** What there is to read; a minus does not count, so that no bracket is turned around for it. */
  private static int length(Expression formula) {
    int minus = formula instanceof Apply apply && apply.is(Sums.NEGATE) ? -1 : 0;
    return minus
        + (formula.inputs().isEmpty()
            ? 1
            : 1 + formula.inputs().stream().mapToInt(Factoring::length).sum());
  }

  /** Common factors in front of what remains of the sum. */
  Monomial factored(Terms terms) {
    if (terms.isZero()) {
      return Monomial.constant(Rational.ZERO);
    }
    if (terms.all().size() == 1) {
      return terms.all().iterator().next();
    }
    Monomial common = CommonFactor.of(terms.all());
    Monomial inverse = common.power(-1);
    Terms rest = new Terms(fingerprint);
    terms.all().forEach(term -> rest.plus(term.times(inverse)));
    Terms expanded = expanded(rest);
    boolean shorter =
        expanded != null && length(expanded.toExpression()) < length(rest.toExpression());
    if (shorter) {
      return common.times(factored(expanded));
    }
    boolean nothingInCommon = inverse.factors().isEmpty() && rest.all().size() > 1;
    return common.times(nothingInCommon ? wrapped(rest) : factored(rest));
  }

  /** The sum in brackets as one factor; a matrix common to all terms stays outside. */
  private Monomial wrapped(Terms rest) {
    Expression body = rest.all().iterator().next().body();
    if (body == null) {
      return bracket(rest);
    }
    if (!rest.all().stream().allMatch(term -> body.equals(term.body()))) {
      return Monomial.matrix(rest.toExpression());
    }
    Terms numbers = new Terms(fingerprint);
    rest.all().forEach(term -> numbers.plus(term.scalarPart()));
    return bracket(numbers).withBody(body);
  }

  private Monomial bracket(Terms sum) {
    Expression inside = sum.toExpression();
    return Monomial.number(inside, fingerprint.of(inside), Constant.ONE);
  }

  /** Brackets multiplied out; null if there are none or the sum gets too long. */
  private Terms expanded(Terms terms) {
    List<Monomial> open = new ArrayList<>(terms.all());
    Terms result = new Terms(fingerprint);
    int steps = 0;
    int most = LARGEST_EXPANSION + 2 * open.size();
    while (!open.isEmpty()) {
      Monomial term = open.remove(0);
      Monomial.Factor bracket = firstBracket(term);
      if (bracket == null) {
        result.plus(term);
        continue;
      }
      Monomial once = Monomial.number(bracket.base(), bracket.key(), Constant.of(-1));
      Monomial rest = term.times(once);
      int at = 0;
      for (Monomial inner : termsOf.apply(bracket.base()).all()) {
        open.add(at++, rest.times(inner));
      }
      if (++steps > most || open.size() > most) {
        return null;
      }
    }
    return steps == 0 ? null : result;
  }

  private static Monomial.Factor firstBracket(Monomial term) {
    for (Monomial.Factor factor : term.factors()) {
      Rational exponent = factor.constantExponent();
      boolean natural = exponent != null && exponent.isInteger() && exponent.signum() > 0;
      if (natural && isSum(factor.base())) {
        return factor;
      }
    }
    return null;
  }

  private static boolean isSum(Expression base) {
    return base instanceof Apply a && (a.is(Sums.ADD) || a.is(Sums.SUBTRACT));
  }
}
