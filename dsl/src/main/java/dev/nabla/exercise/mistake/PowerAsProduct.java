package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.GraphRule;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** 2 r for r^2. */
final class PowerAsProduct implements Mistake {
  @Override
  public String tag() {
    return "power-as-product";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.rule() instanceof GraphRule.Forward forward && forward.operation().equals("power")
        ? List.of(Term.entrywise(node.part(0), node.part(1)))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "base and exponent of " + Words.written(node) + " are multiplied in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "How often does the base stand in " + Words.written(node) + " when it is written out?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "An exponent counts factors.", "r^2 is r r, r^3 is r r r.", "Multiply the base by itself.");
  }
}
