package dev.nabla.exercise.work;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ejml.simple.SimpleMatrix;

/**
 * One way through a calculation: some formulas changed, some values taken as somebody found them.
 */
public final class Work {
  private final Recipe recipe;
  private final Map<String, Term> changed;
  private final Map<String, SimpleMatrix> own;
  private final UnaryOperator<SimpleMatrix> rounding;
  private final UnaryOperator<SimpleMatrix> inside;
  private final Map<String, SimpleMatrix> values = new HashMap<>();

  /**
   * A way through a calculation.
   *
   * @param changed other formulas by the name of their quantity
   * @param own values by name that are taken as they are
   */
  public Work(Recipe recipe, Map<String, Term> changed, Map<String, SimpleMatrix> own) {
    this(recipe, changed, own, null, UnaryOperator.identity());
  }

  private Work(
      Recipe recipe,
      Map<String, Term> changed,
      Map<String, SimpleMatrix> own,
      UnaryOperator<SimpleMatrix> rounding,
      UnaryOperator<SimpleMatrix> inside) {
    this.recipe = recipe;
    this.changed = changed;
    this.own = own;
    this.rounding = rounding;
    this.inside = inside;
  }

  /** The same, every quantity rounded before it is used. */
  public Work rounded(UnaryOperator<SimpleMatrix> rounding) {
    return new Work(recipe, changed, own, rounding, UnaryOperator.identity());
  }

  /** The same, every quantity and every result inside a formula rounded before it is used. */
  public Work roundedInside(UnaryOperator<SimpleMatrix> rounding) {
    return new Work(recipe, changed, own, rounding, rounding);
  }

  /** The value of a quantity, or null where the shapes do not allow it. */
  public SimpleMatrix value(String name) {
    SimpleMatrix found = own.get(name);
    if (found != null) {
      return found;
    }
    Step step = recipe.step(name);
    if (step == null) {
      return recipe.given(name);
    }
    if (!isTouched(name)) {
      return recipe.right().value(name);
    }
    if (!values.containsKey(name)) {
      SimpleMatrix value = formula(step).value(this::value, inside);
      values.put(name, value == null || rounding == null ? value : rounding.apply(value));
    }
    return values.get(name);
  }

  /** The value of a quantity by another formula, its other quantities as they are here. */
  public SimpleMatrix value(String name, Term formula) {
    return formula.value(this::value, inside);
  }

  private Term formula(Step step) {
    return changed.getOrDefault(step.name(), step.right());
  }

  /** Only what was changed, and what comes after it, is computed again. */
  private boolean isTouched(String name) {
    if (rounding != null || this == recipe.right() || changed.containsKey(name)) {
      return true;
    }
    for (String each : changed.keySet()) {
      if (recipe.dependsOn(name, each)) {
        return true;
      }
    }
    for (String each : own.keySet()) {
      if (recipe.dependsOn(name, each)) {
        return true;
      }
    }
    return false;
  }
}
