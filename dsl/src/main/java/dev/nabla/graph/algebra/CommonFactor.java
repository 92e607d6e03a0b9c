package dev.nabla.graph.algebra;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What all terms of a sum have in common. */
final class CommonFactor {
  private CommonFactor() {}

  /**
   * Coefficients: the largest fraction they are multiples of. Powers: the lowest of each base that
   * is above the bar in all terms, or below it in all.
   */
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
      Expression lowest = factor.exponent();
      for (Monomial term : terms) {
        lowest = lower(lowest, exponent(term, factor.key()));
      }
      if (lowest != null) {
        shared.add(factor.withExponent(lowest));
      }
    }
    return new Monomial(negative ? content.negate() : content, shared, null);
  }

  private static Expression lower(Expression a, Expression b) {
    if (a == null || a.equals(b)) {
      return a;
    }
    boolean comparable =
        a instanceof Constant x
            && b instanceof Constant y
            && x.value().signum() == y.value().signum();
    if (!comparable) {
      return null;
    }
    return ((Constant) a).value().compareTo(((Constant) b).value()) < 0 ? a : b;
  }

  /** Null if the base is not there. */
  private static Expression exponent(Monomial term, long key) {
    for (Monomial.Factor factor : term.factors()) {
      if (factor.key() == key || factor.key() == Fingerprint.negate(key)) {
        return factor.exponent();
      }
    }
    return null;
  }
}
