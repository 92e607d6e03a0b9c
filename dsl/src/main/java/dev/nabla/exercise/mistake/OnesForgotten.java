package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** Z without its constant 1. */
final class OnesForgotten implements Mistake {
  @Override
  public String tag() {
    return "ones-forgotten";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.WithOnes.class) ? List.of(node.part(0)) : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the constant 1 is left out of " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Which unit has index 0 in this net?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "With an intercept every layer but the last has one more unit.",
        "That unit is always 1.",
        "Put a row of ones above " + step.name() + ".");
  }
}
