package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** delta = dL/dZ, without f'(S). */
final class SlopeForgotten implements Mistake {
  @Override
  public String tag() {
    return "slope-forgotten";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.Entrywise.class) && node.part(1).is(Rule.Slope.class)
        ? List.of(node.part(0))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the slope " + Words.of(node.part(1)) + " is left out of " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return Words.slopeQuestion(node.part(1));
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Between Z and S stands the activation. The chain rule passes through it.",
        step.name() + " is " + Words.of(node.part(0)) + " times something, entry by entry.",
        "Make the table of " + Words.of(node.part(1)) + " first, then multiply entry by entry.");
  }
}
