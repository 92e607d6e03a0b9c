package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.GraphRule;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** u^(n-1) for n u^(n-1). */
final class ExponentForgotten implements Mistake {
  @Override
  public String tag() {
    return "exponent-forgotten";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.rule() instanceof GraphRule.Pull pull
            && List.of("power", "squared norm").contains(pull.operation())
        ? List.of(Term.scale(1 / Words.exponent(pull), Rule.Scale.Why.SLIP, node))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the exponent of " + Words.operation(node) + " does not come down in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "What is the derivative of a power?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Two things happen to a power: a factor appears, and the exponent becomes smaller.",
        "The second has happened, the first has not.",
        "The exponent comes down as a factor.");
  }
}
