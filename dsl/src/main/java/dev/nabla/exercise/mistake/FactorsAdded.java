package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** J_f + J_g for J_f J_g. */
final class FactorsAdded implements Mistake {
  @Override
  public String tag() {
    return "factors-added";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return step.kind() == Step.Kind.JACOBIAN && node.is(Rule.Product.class)
        ? List.of(Term.of(new Rule.Sum(), node.part(0), node.part(1)))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return Words.of(node.part(0))
        + " and "
        + Words.of(node.part(1))
        + " are added in "
        + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Is one function used after the other here, or are two functions added?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Jacobians of a sum are added; this is another case.",
        "One function takes the result of the other.",
        "Along one way, rates of change are multiplied.");
  }
}
