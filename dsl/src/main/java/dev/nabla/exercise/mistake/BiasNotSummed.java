package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** db = delta, not summed over examples. */
final class BiasNotSummed implements Mistake {
  @Override
  public String tag() {
    return "bias-not-summed";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.RowSums.class) ? List.of(node.part(0)) : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return Words.of(node.part(0)) + " is not summed over the examples in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "The same b is used for every example. How do their shares come together?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "A bias is one column, whatever the number of examples.",
        "What is used several times receives the sum of what arrives.",
        "Add the columns of " + Words.of(node.part(0)) + ": one sum for each row.");
  }
}
