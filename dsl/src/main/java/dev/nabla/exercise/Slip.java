package dev.nabla.exercise;

import dev.nabla.exercise.mistake.Mistake;
import dev.nabla.exercise.mistake.Words;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;
import java.util.Map;

/**
 * One or two mistakes made in a calculation.
 *
 * @param made the mistakes and where
 * @param changed the formulas as they are then, by quantity
 */
record Slip(List<Made> made, Map<String, Term> changed) {

  /**
   * A mistake made at a node of a formula.
   *
   * @param node as it should be
   */
  record Made(Mistake mistake, Step step, Term node) {
    String tag() {
      return mistake.tag();
    }

    String seen(Recipe recipe) {
      return mistake.seen(node, step, recipe);
    }

    String question(Recipe recipe) {
      return mistake.question(node, step, recipe);
    }

    List<String> hints(Recipe recipe) {
      return mistake.hints(node, step, recipe);
    }
  }

  List<String> tags() {
    return made.stream().map(Made::tag).toList();
  }

  boolean isGeneral() {
    return made.stream().anyMatch(each -> each.mistake().isGeneral());
  }

  /** The first mistake's sentence, or both in one. */
  String sentence(String asked, Recipe recipe) {
    Made first = made.get(0);
    return made.size() == 1
        ? first.mistake().sentence(asked, first.node(), first.step(), recipe)
        : "Your " + asked + " is what comes out when " + seen(asked, recipe) + ".";
  }

  /** What is seen, as a part of a sentence. */
  String seen(String asked, Recipe recipe) {
    return String.join(
        " and ", made.stream().map(each -> Words.within(asked, each.seen(recipe))).toList());
  }
}
