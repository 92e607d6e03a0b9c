package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** One Jacobian of a product J_f J_g alone. */
final class FactorForgotten implements Mistake {
  @Override
  public String tag() {
    return "factor-forgotten";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return step.kind() == Step.Kind.JACOBIAN && node.is(Rule.Product.class)
        ? List.of(node.part(0), node.part(1))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "one of the two Jacobians is left out of " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "How many functions does a change of the input go through?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "The chain rule has one factor for each function.",
        "Write the Jacobian of each function down, with its shape.",
        "Multiply " + Words.of(node.part(0)) + " by " + Words.of(node.part(1)) + ".");
  }
}
