package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.GraphRule;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** The minus of a local partial lost. */
final class SignLost implements Mistake {
  @Override
  public String tag() {
    return "sign-lost";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.rule() instanceof GraphRule.Pull pull && Words.hasMinus(pull)
        ? List.of(Term.scale(-1, Rule.Scale.Why.SLIP, node))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the minus sign of " + Words.operation(node) + " is lost in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "If " + step.like() + " grows, does " + Words.operation(node) + " grow or shrink?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "A difference passes its gradient on with two different signs.",
        "Differentiate " + Words.operation(node) + " by " + step.like() + " and look at the sign.",
        "There is a minus in that local partial.");
  }
}
