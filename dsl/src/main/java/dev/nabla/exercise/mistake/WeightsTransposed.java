package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** W^T where W stands. */
final class WeightsTransposed implements Mistake {
  @Override
  public String tag() {
    return "weights-transposed";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    boolean weights = step.kind() == Step.Kind.PRE_ACTIVATION || Words.comesDown(step);
    return weights && node.is(Rule.Product.class) && !node.part(0).is(Rule.Transpose.class)
        ? List.of(Term.product(Term.transpose(node.part(0)), node.part(1)))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return Words.of(node.part(0)) + " is used transposed in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Which entries of "
        + Words.of(node.part(0))
        + " belong to the first entry of "
        + step.name()
        + ": a row or a column?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "A square matrix fits either way, so its shape does not help here.",
        "Write down one entry of " + step.name() + " as a sum, with both indices.",
        "Row i of the left factor makes entry i, and the left factor is "
            + Words.of(node.part(0))
            + ".");
  }
}
