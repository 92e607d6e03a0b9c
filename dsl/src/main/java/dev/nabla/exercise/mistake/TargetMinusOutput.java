package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** Y - Z for Z - Y. */
final class TargetMinusOutput implements Mistake {
  @Override
  public String tag() {
    return "target-minus-output";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.Difference.class)
            && step.kind() != Step.Kind.UPDATE
            && step.kind() != Step.Kind.LOSS
        ? List.of(Term.difference(node.part(1), node.part(0)))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return Words.of(node.part(1))
        + " - "
        + Words.of(node.part(0))
        + " stands for "
        + Words.of(node)
        + " in "
        + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "If the output grows a little, does " + Words.of(node) + " grow or shrink?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "The loss has a square, so it does not care which is subtracted from which. Its derivative does.",
        "Differentiate by the output, not by the target.",
        "The inner derivative by the output is +1, so the output comes first: "
            + Words.of(node)
            + ".");
  }
}
