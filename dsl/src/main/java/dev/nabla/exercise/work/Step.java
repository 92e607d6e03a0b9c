package dev.nabla.exercise.work;

import java.util.List;

/**
 * One quantity of a calculation.
 *
 * @param name what a question calls it: {@code dW1}, {@code dalpha}
 * @param aliases other names for it
 * @param kind what it is
 * @param layer the layer it belongs to; 0 where there are none
 * @param like the quantity whose shape it has, {@code W1} for {@code dW1}; null for none
 * @param right the right formula
 */
public record Step(
    String name, List<String> aliases, Kind kind, int layer, String like, Term right) {

  /** What a quantity is. */
  public enum Kind {
    PRE_ACTIVATION,
    ACTIVATION,
    LOSS,
    OUTPUT_GRADIENT,
    DELTA,
    WEIGHT_GRADIENT,
    BIAS_GRADIENT,
    UPDATE,
    VALUE,
    JACOBIAN,
    GRADIENT
  }

  /** The same quantity by another formula. */
  public Step with(Term other) {
    return new Step(name, aliases, kind, layer, like, other);
  }

  public boolean isCalled(String word) {
    return name.equals(word) || aliases.contains(word);
  }
}
