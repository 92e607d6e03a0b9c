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
    String matrix = Words.of(node.part(0).part(0));
    boolean forward = step.kind() == Step.Kind.PRE_ACTIVATION || step.kind() == Step.Kind.VALUE;
    return forward
        ? "What do the rows of " + matrix + " count, and over what does each sum run?"
        : "On the way forward "
            + matrix
            + " leads from inputs to outputs. Which way does a gradient go?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Write down one entry of " + step.name() + " as a sum, with both indices.",
        "The index that is summed over must count the same things in both factors.",
        "The left factor is the transpose: " + Words.of(node) + ".");
  }
}
