package dev.nabla.exercise.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ejml.simple.SimpleMatrix;

/** A whole calculation: given numbers, and quantities in an order in which they can be computed. */
public final class Recipe {
  private final Map<String, SimpleMatrix> given;
  private final Map<String, Step> steps = new LinkedHashMap<>();
  private final Map<String, Set<String>> needs = new HashMap<>();
  private final int examples;
  private final Work right;

  /**
   * A calculation.
   *
   * @param given the numbers it starts from, by name
   * @param examples the number of columns of a batch
   */
  public Recipe(Map<String, SimpleMatrix> given, List<Step> steps, int examples) {
    this.given = Map.copyOf(given);
    this.examples = examples;
    for (Step step : steps) {
      this.steps.put(step.name(), step);
      Set<String> all = new HashSet<>();
      for (String name : step.right().names()) {
        if (this.steps.containsKey(name)) {
          all.add(name);
          all.addAll(needs.get(name));
        }
      }
      needs.put(step.name(), all);
    }
    this.right = new Work(this, Map.of(), Map.of());
  }

  public int examples() {
    return examples;
  }

  /** A number it starts from; null if there is none of this name. */
  public SimpleMatrix given(String name) {
    return name == null ? null : given.get(name);
  }

  public List<Step> steps() {
    return List.copyOf(steps.values());
  }

  /** The quantity of this name; null if it is given or unknown. */
  public Step step(String name) {
    return steps.get(name);
  }

  /** Whether a quantity depends on another. */
  public boolean dependsOn(String name, String other) {
    return needs.get(name).contains(other);
  }

  /** The quantity and all it depends on, itself first, then backward in the order of the work. */
  public List<Step> wayTo(String name) {
    List<Step> way = new ArrayList<>();
    for (Step step : steps.values()) {
      if (step.name().equals(name) || dependsOn(name, step.name())) {
        way.add(0, step);
      }
    }
    return way;
  }

  /** The right calculation. */
  public Work right() {
    return right;
  }

  /** The same with other quantities added at the end. */
  public Recipe and(Map<String, SimpleMatrix> moreGiven, List<Step> more) {
    Map<String, SimpleMatrix> allGiven = new HashMap<>(given);
    allGiven.putAll(moreGiven);
    List<Step> all = new ArrayList<>(steps.values());
    all.addAll(more);
    return new Recipe(allGiven, all, examples);
  }
}
