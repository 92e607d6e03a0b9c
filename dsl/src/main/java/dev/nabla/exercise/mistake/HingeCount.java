package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import dev.nabla.net.Hinge;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/** -1 in the row of the true class for minus the number of active classes. */
final class HingeCount implements Mistake {
  @Override
  public String tag() {
    return "hinge-count";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.rule() instanceof Rule.LossSlope slope && slope.loss() instanceof Hinge hinge
        ? List.of(Term.of(new One(), node))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the true class has -1 however many classes are active in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "In how many terms of the sum does the true class appear?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Every active class has a term of its own, and p_y is in each.",
        "Count the active classes of each example.",
        "The entry of the true class is minus that number.");
  }

  /** Negative entries as -1. */
  private record One() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      SimpleMatrix result = in[0].copy();
      for (int i = 0; i < result.getNumElements(); i++) {
        result.set(i, Math.max(-1, result.get(i)));
      }
      return result;
    }
  }
}
