package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/** The sum without the weights of the constant 1. */
final class InterceptForgotten implements Mistake {
  @Override
  public String tag() {
    return "intercept-forgotten";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.rule() instanceof Rule.WithIntercept with
        ? List.of(Term.of(new WithoutLine(with.row()), node.part(0)))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the constant 1 and its weights are left out of " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "What does index 0 of " + Words.of(node) + " belong to?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "In this net the intercept is folded into the weights.",
        "The first number that goes in is always 1, and " + Words.of(node) + " has weights for it.",
        "Add the weights of index 0 to every sum of " + step.name() + ".");
  }

  /** W with zeros for the weights of the constant 1. */
  private record WithoutLine(boolean row) implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      SimpleMatrix result = in[0].copy();
      for (int k = 0; k < (row ? in[0].getNumCols() : in[0].getNumRows()); k++) {
        result.set(row ? 0 : k, row ? k : 0, 0);
      }
      return result;
    }
  }
}
