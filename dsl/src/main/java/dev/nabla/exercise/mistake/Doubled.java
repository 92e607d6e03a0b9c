package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** Twice or half the right value. */
final class Doubled implements Mistake {
  @Override
  public String tag() {
    return "factor";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return List.of(
        Term.scale(2, Rule.Scale.Why.SLIP, node), Term.scale(0.5, Rule.Scale.Why.SLIP, node));
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "" + "a factor 2 is too much or too little in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Where do a 2 or a 1/2 come from in this calculation, and do they cancel?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "All entries are off by the same factor.",
        "Look at squares and at the factors of the loss.",
        "Compare one entry with its formula, factor by factor.");
  }

  @Override
  public boolean atTheEnd() {
    return true;
  }

  @Override
  public boolean isGeneral() {
    return true;
  }

  @Override
  public String sentence(String asked, Term node, Step step, Recipe recipe) {
    return Words.isNumber(step, recipe)
        ? "Your " + asked + " is off by a factor 2."
        : "Every entry of your " + asked + " is off by a factor 2.";
  }
}
