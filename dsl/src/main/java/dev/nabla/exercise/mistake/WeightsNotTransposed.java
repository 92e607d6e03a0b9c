package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** dZ = W delta for W^T delta. */
final class WeightsNotTransposed implements Mistake {
  @Override
  public String tag() {
    return "weights-not-transposed";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.Product.class) && node.part(0).is(Rule.Transpose.class)
        ? List.of(Term.product(node.part(0).part(0), node.part(1)))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return Words.of(node.part(0).part(0)) + " is used without its transpose in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "On the way forward "
        + Words.of(node.part(0).part(0))
        + " leads from inputs to outputs. Which way does a gradient go?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Row i of the weights belongs to unit i of the layer above.",
        "Unit j below receives from every unit i above: which entries of the weights are these, a row or a column?",
        "They are a column, so the transpose multiplies: " + Words.of(node) + ".");
  }
}
