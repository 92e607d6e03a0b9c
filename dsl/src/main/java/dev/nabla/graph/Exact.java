package dev.nabla.graph;

import dev.nabla.graph.algebra.Apply;
import dev.nabla.graph.algebra.Constant;
import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.Rational;
import dev.nabla.graph.algebra.Symbol;
import dev.nabla.graph.formula.Definitions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Evaluates formulas of numbers in exact fractions, as long as the fractions stay small enough. */
final class Exact {
  private static final int LARGEST_EXPONENT = 64;
  private static final int MOST_BITS = 2_000;
  private final Map<String, Rational> known;
  private final Map<Expression, Rational> values = new IdentityHashMap<>();

  private Exact(Map<String, Rational> known) {
    this.known = known;
  }

  /**
   * The values of all formulas of a graph; a formula that is not rational has none.
   *
   * @throws ArithmeticException on division by zero
   */
  static Exact at(Definitions definitions, Map<String, Rational> inputs) {
    Exact exact = new Exact(new HashMap<>(inputs));
    definitions
        .formulas()
        .forEach(
            (name, formula) -> {
              Rational value = exact.value(formula);
              if (value != null) {
                exact.known.put(name, value);
              }
            });
    return exact;
  }

  /** Null if the formula is not rational or the fraction gets too long. */
  Rational value(Expression formula) {
    if (formula instanceof Constant constant) {
      return constant.value();
    }
    if (formula instanceof Symbol symbol) {
      return known.get(symbol.name());
    }
    if (values.containsKey(formula)) {
      return values.get(formula);
    }
    Rational value = compute((Apply) formula);
    if (value != null
        && value.numerator().bitLength() + value.denominator().bitLength() > MOST_BITS) {
      value = null;
    }
    values.put(formula, value);
    return value;
  }

  private Rational compute(Apply apply) {
    List<Rational> inputs = new ArrayList<>();
    for (Expression input : apply.inputs()) {
      Rational value = input.isNumber() ? value(input) : null;
      if (value == null) {
        return null;
      }
      inputs.add(value);
    }
    return switch (apply.operation().name()) {
      case "add" -> inputs.stream().reduce(Rational.ZERO, Rational::plus);
      case "subtract" -> inputs.get(0).plus(inputs.get(1).negate());
      case "negate" -> inputs.get(0).negate();
      case "multiply" -> inputs.stream().reduce(Rational.ONE, Rational::times);
      case "divide" -> inputs.get(0).dividedBy(inputs.get(1));
      case "power", "exponential" -> power(inputs.get(0), inputs.get(1));
      default -> null;
    };
  }

  private static Rational power(Rational base, Rational exponent) {
    Integer small = exponent.asSmallInteger(LARGEST_EXPONENT);
    return small == null ? null : base.power(small);
  }
}
