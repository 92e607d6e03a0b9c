package dev.nabla.graph.algebra;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sum with like terms collected, in the order in which they came. */
final class Terms {
  private final Map<Long, Monomial> byKey = new LinkedHashMap<>();
  private final Fingerprint fingerprint;

  Terms(Fingerprint fingerprint) {
    this.fingerprint = fingerprint;
  }

  Collection<Monomial> all() {
    return byKey.values();
  }

  boolean isZero() {
    return byKey.isEmpty();
  }

  Terms plus(Monomial term) {
    if (term.isZero()) {
      return this;
    }
    long key = key(term);
    Rational added = term.coefficient();
    if (!byKey.containsKey(key) && byKey.containsKey(Fingerprint.negate(key))) {
      key = Fingerprint.negate(key);
      added = added.negate();
    }
    Monomial present = byKey.get(key);
    Rational sum = present == null ? added : present.coefficient().plus(added);
    if (sum.signum() == 0) {
      byKey.remove(key);
    } else {
      Monomial like = present == null ? term : present;
      byKey.put(key, new Monomial(sum, like.factors(), like.body()));
    }
    return this;
  }

  /** Equal for terms that differ in their coefficient alone. */
  private long key(Monomial term) {
    long key = term.body() == null ? 1 : fingerprint.of(term.body());
    for (Monomial.Factor factor : term.factors()) {
      key = Fingerprint.times(key, fingerprint.power(factor.key(), factor.exponent()));
    }
    return key;
  }

  /** The sum as it stands; a term without a minus comes first if there is one. */
  Expression toExpression() {
    List<Monomial> ordered = new ArrayList<>(byKey.values());
    ordered.stream()
        .filter(term -> term.coefficient().signum() > 0)
        .findFirst()
        .filter(first -> ordered.get(0).coefficient().signum() < 0)
        .ifPresent(
            first -> {
              ordered.remove(first);
              ordered.add(0, first);
            });
    if (ordered.size() == 1) {
      return ordered.get(0).toExpression();
    }
    List<Expression> terms = ordered.stream().map(Terms::written).toList();
    return switch (terms.size()) {
      case 0 -> Constant.ZERO;
      case 2 -> two(terms.get(0), terms.get(1));
      default -> Expressions.add(terms);
    };
  }

  /** In a sum of matrices, a number stands for a matrix of that number. */
  private static Expression written(Monomial term) {
    boolean ones = term.body() instanceof Apply a && a.operation().name().equals("ones");
    return ones && term.factors().isEmpty()
        ? new Constant(term.coefficient())
        : term.toExpression();
  }

  private static Expression two(Expression first, Expression second) {
    return second instanceof Apply minus && minus.is(Sums.NEGATE)
        ? Expressions.subtract(first, minus.input(0))
        : Expressions.add(first, second);
  }
}
