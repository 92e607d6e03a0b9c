package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.GraphRule;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** A local partial left out of a path. */
final class PartialForgotten implements Mistake {
  @Override
  public String tag() {
    return "partial-forgotten";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.rule() instanceof GraphRule.Pull pull
            && !List.of("add", "subtract", "negate").contains(pull.operation())
        ? List.of(node.part(0))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the local partial of " + Words.operation(node) + " is left out of " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "By how much does "
        + Words.operation(node)
        + " change when "
        + step.like()
        + " changes a little?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Every arrow of the graph has a factor.",
        "Differentiate " + Words.operation(node) + " by " + step.like() + " alone.",
        "Multiply what arrives from above by that derivative.");
  }
}
