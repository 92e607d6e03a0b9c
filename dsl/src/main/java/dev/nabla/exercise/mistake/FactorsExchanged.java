package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** J_g J_f for J_f J_g: the inner Jacobian in front. */
final class FactorsExchanged implements Mistake {
  @Override
  public String tag() {
    return "factors-exchanged";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return step.kind() == Step.Kind.JACOBIAN && node.is(Rule.Product.class)
        ? List.of(Term.product(node.part(1), node.part(0)))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return Words.of(node.part(1))
        + " stands in front of "
        + Words.of(node.part(0))
        + " in "
        + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Which function is used first, and on which side of the product does its Jacobian stand?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "A small change goes through the inner function first, then through the outer one.",
        "The Jacobian nearest to that change is multiplied first: it stands on the right.",
        step.name() + " = " + Words.of(node) + ".");
  }
}
