package dev.nabla.graph.algebra;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What all terms of a sum have in common. */
final class CommonFactor {
  private CommonFactor() {}

  /** Coefficients: the largest fraction they are multiples of. Powers: the lowest of each base. */
  static Monomial of(Collection<Monomial> terms) {
    Monomial first = terms.iterator().next();
    Rational content = first.coefficient();
    boolean negative = true;
    for (Monomial term : terms) {
      content = content.gcd(term.coefficient()).abs();
      negative &= term.coefficient().signum() < 0;
    }
    List<Monomial.Factor> shared = new ArrayList<>();
    for (Monomial.Factor factor : first.factors()) {
      Rational lowest = factor.constantExponent();
      for (Monomial term : terms) {
        lowest = lower(lowest, exponent(term, factor.key()));
      }
      if (lowest != null) {
        shared.add(factor.withExponent(new Constant(lowest)));
      }
    }
    return new Monomial(negative ? content.negate() : content, shared, null);
  }

  private static Rational lower(Rational a, Rational b) {
    if (a == null || b == null) {
      return null;
    }
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** Null if the base is not there, or has a symbolic exponent. */
  private static Rational exponent(Monomial term, long key) {
    for (Monomial.Factor factor : term.factors()) {
      if (factor.key() == key || factor.key() == Fingerprint.negate(key)) {
        return factor.constantExponent();
      }
    }
    return null;
  }
}
