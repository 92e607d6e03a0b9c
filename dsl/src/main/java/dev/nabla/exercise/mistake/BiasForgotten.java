package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** S = W Z, without b. */
final class BiasForgotten implements Mistake {
  @Override
  public String tag() {
    return "bias-forgotten";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.AddColumn.class) ? List.of(node.part(0)) : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return node.part(1).name() + " is left out of " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Which parameters does this layer have besides its weights?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "A layer computes W Z + b.",
        "b is a column; it is added to every column of the product.",
        "Add " + node.part(1).name() + " to every column of " + Words.of(node.part(0)) + ".");
  }
}
