package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** diag(p) or p p^T alone, for diag(p) - p p^T. */
final class SoftmaxTermForgotten implements Mistake {
  @Override
  public String tag() {
    return "softmax-term-forgotten";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.SoftmaxJacobian.class)
        ? List.of(
            Term.of(new Rule.Diagonal(), node.part(0)),
            Term.product(node.part(0), Term.transpose(node.part(0))),
            Term.scale(
                -1, Rule.Scale.Why.SLIP, Term.product(node.part(0), Term.transpose(node.part(0)))))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "one of the two terms of the softmax Jacobian is left out of " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "What do the entries of each of its columns add up to?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Probabilities add up to 1 before and after a change.",
        "A logit stands above the fraction once, and below it in the sum: two terms.",
        "The two terms are diag(p) and p p^T; one is subtracted from the other.");
  }
}
