package dev.nabla.exercise;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Work;
import dev.nabla.matrix.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ejml.simple.SimpleMatrix;

/** What the same student has answered to the questions on the way to this one. */
final class OwnAnswers {
  private final Recipe recipe;
  private final Step step;
  private final Memory memory;
  private final Map<String, SimpleMatrix> values;

  /**
   * The answers to an exercise.
   *
   * @param step the quantity that is asked now
   */
  OwnAnswers(Recipe recipe, Step step, Memory memory) {
    this.recipe = recipe;
    this.step = step;
    this.memory = memory;
    this.values = usable(memory.values());
  }

  /** Other answers this quantity depends on, as far as their shapes allow to go on with them. */
  private Map<String, SimpleMatrix> usable(Map<String, SimpleMatrix> answers) {
    Map<String, SimpleMatrix> usable = new TreeMap<>();
    answers.forEach(
        (name, value) -> {
          boolean used = recipe.step(name) != null && recipe.dependsOn(step.name(), name);
          if (used && Shape.same(value, recipe.right().value(name))) {
            usable.put(name, value);
          }
        });
    return usable;
  }

  /** Those that are not right. */
  Map<String, SimpleMatrix> wrong() {
    Map<String, SimpleMatrix> wrong = new TreeMap<>(values);
    wrong.keySet().removeAll(settled());
    return wrong;
  }

  /** What this student has already got right: a mistake there is less likely. */
  Set<String> settled() {
    Work work = recipe.right();
    Set<String> settled = new HashSet<>();
    values.forEach(
        (name, value) -> {
          Closeness close = new Closeness(value, recipe.step(name), work);
          if (close.isExactly(work.value(name)) || close.isRightInItsDigits()) {
            settled.add(name);
          }
        });
    return settled;
  }

  /** One of them alone, the one used last before the others; those of the formula; all. */
  List<Map<String, SimpleMatrix>> nearestFirst(Map<String, SimpleMatrix> wrong) {
    List<Map<String, SimpleMatrix>> choices = new ArrayList<>();
    for (Step earlier : recipe.wayTo(step.name())) {
      if (wrong.containsKey(earlier.name())) {
        choices.add(Map.of(earlier.name(), wrong.get(earlier.name())));
      }
    }
    Map<String, SimpleMatrix> direct = new TreeMap<>(wrong);
    direct.keySet().retainAll(step.right().names());
    if (direct.size() > 1) {
      choices.add(direct);
    }
    choices.add(wrong);
    return choices;
  }

  /**
   * Which of the student's values is to blame: not one that had its points itself as a follow-on.
   */
  String notRight(Set<String> used, Set<String> wrong) {
    Set<String> themselves = notCredited(used);
    Set<String> before = new TreeSet<>(wrong);
    before.removeIf(name -> used.stream().noneMatch(each -> recipe.dependsOn(each, name)));
    Set<String> earlier = notCredited(before);
    if (themselves.isEmpty() && !earlier.isEmpty()) {
      return " Your %s, which %s back to, %s not right yet."
          .formatted(
              list(earlier),
              used.size() == 1 ? "it goes" : "they go",
              earlier.size() == 1 ? "is" : "are");
    }
    Set<String> blamed = themselves.isEmpty() ? used : themselves;
    return " Your %s %s not right yet."
        .formatted(list(blamed), blamed.size() == 1 ? "itself is" : "themselves are");
  }

  private Set<String> notCredited(Set<String> names) {
    Set<String> rest = new TreeSet<>(names);
    rest.removeIf(name -> memory.verdict(name) != null && memory.verdict(name).isRight());
    return rest;
  }

  /** {@code a, b and c}. */
  static String list(Set<String> names) {
    List<String> all = List.copyOf(names);
    int last = all.size() - 1;
    return last == 0
        ? all.get(0)
        : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
  }
}
