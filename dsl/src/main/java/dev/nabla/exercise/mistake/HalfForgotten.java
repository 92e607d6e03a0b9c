package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** The factor 1/2 of the loss left out. */
final class HalfForgotten implements Mistake {
  @Override
  public String tag() {
    return "half-forgotten";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.rule() instanceof Rule.Scale scale && scale.why() == Rule.Scale.Why.HALF
        ? List.of(node.part(0))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the factor 1/2 is left out of " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return step.kind() == Step.Kind.LOSS
        ? "Which factor does the loss have in front of the square?"
        : "The loss has a 1/2 in front of its square. What does it do to the 2 from the derivative?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Every entry is too large by the same factor.",
        "Write the loss with all its factors before you differentiate.",
        "1/2 times 2 is 1: with half() no 2 is left in the derivative, and 1/2 stays in the loss itself.");
  }
}
