package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import dev.nabla.net.Hinge;
import java.util.List;

/** Logarithms to base 10 or 2 for natural ones. */
final class LogBase implements Mistake {
  @Override
  public String tag() {
    return "log-base";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.rule() instanceof Rule.LossSum sum && !(sum.loss() instanceof Hinge)
        ? List.of(
            Term.scale(1 / StrictMath.log(10), Rule.Scale.Why.SLIP, node),
            Term.scale(1 / StrictMath.log(2), Rule.Scale.Why.SLIP, node))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "" + "another logarithm than the natural one is used in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Which key did you press: ln, or log?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "The logarithm of a loss is the natural one, so that its derivative is 1/z.",
        "log on many calculators is to base 10.",
        "Use ln.");
  }
}
