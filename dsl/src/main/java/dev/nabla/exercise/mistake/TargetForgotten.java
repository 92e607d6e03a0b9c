package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** Z for Z - Y. */
final class TargetForgotten implements Mistake {
  @Override
  public String tag() {
    return "target-forgotten";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.Difference.class)
            && step.kind() != Step.Kind.UPDATE
            && step.kind() != Step.Kind.LOSS
        ? List.of(node.part(0))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the target is left out of " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "What would the error be if the output were exactly the target?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "An output that hits its target has no error.",
        "With softmax the entry of the true class has a minus 1, the others do not.",
        "The error is " + Words.of(node) + ".");
  }
}
