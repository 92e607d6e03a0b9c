package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.GraphRule;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** n u^n for n u^(n-1). */
final class PowerNotLowered implements Mistake {
  @Override
  public String tag() {
    return "power-not-lowered";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.rule() instanceof GraphRule.Pull pull && pull.operation().equals("power")
        ? List.of(Term.entrywise(node, node.part(1)))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the power " + Words.operation(node) + " does not become smaller in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "What is the derivative of a power?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Two things happen to a power: a factor appears, and the exponent becomes smaller.",
        "The first has happened, the second has not.",
        "One power less: the exponent goes down by 1.");
  }
}
