package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** db the mean of the columns of delta for their sum. */
final class BiasAveraged implements Mistake {
  @Override
  public String tag() {
    return "bias-averaged";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.RowSums.class) && recipe.examples() > 1
        ? List.of(Term.scale(1.0 / recipe.examples(), Rule.Scale.Why.SLIP, node))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the mean over the examples stands for the sum in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Is 1/N already in " + Words.of(node.part(0)) + "?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "The factor of the loss is in the deltas already.",
        "What is used several times receives the sum of what arrives.",
        "Add the columns of " + Words.of(node.part(0)) + " without dividing.");
  }
}
