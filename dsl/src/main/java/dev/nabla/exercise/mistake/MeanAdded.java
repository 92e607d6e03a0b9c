package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** A factor 1/N that is not in the loss. */
final class MeanAdded implements Mistake {
  @Override
  public String tag() {
    return "mean-added";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    boolean start =
        step.kind() == Step.Kind.LOSS
            || step.kind() == Step.Kind.WEIGHT_GRADIENT
            || step.kind() == Step.Kind.BIAS_GRADIENT
            || step.right().names().contains("Y");
    return start && recipe.examples() > 1 && !Words.hasMean(recipe) && node.equals(step.right())
        ? List.of(Term.scale(1.0 / recipe.examples(), Rule.Scale.Why.SLIP, node))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "" + "a 1/N that this loss does not have is used in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Which factor does the loss of this net have in front of its sum?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Every entry is too small by the same factor.",
        "Sum over examples or mean over examples: the loss says which, and it says it once.",
        "Take 1/N out of " + step.name() + ": this loss is a sum.");
  }
}
