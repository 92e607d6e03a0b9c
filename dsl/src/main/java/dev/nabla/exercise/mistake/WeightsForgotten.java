package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/** dL/dZ below without W: every weight counts as 1. */
final class WeightsForgotten implements Mistake {
  @Override
  public String tag() {
    return "weights-forgotten";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.Product.class) && (Words.comesDown(step) || isBelow(node, step))
        ? List.of(Term.product(Term.of(new Ones(), node.part(0)), node.part(1)))
        : List.of();
  }

  /** In a graph: A^T times the gradient that has arrived at A x. */
  private static boolean isBelow(Term node, Step step) {
    return step.kind() == Step.Kind.GRADIENT && node.part(0).is(Rule.Transpose.class);
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return Words.of(node.part(0)) + " is left out of " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return step.kind() == Step.Kind.GRADIENT
        ? "By how much does one entry of " + step.like() + " change the product it goes into?"
        : "By how much does a unit change the layer above it?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "What has arrived above comes down along the entries of a matrix.",
        step.name() + " is a product of two matrices.",
        "Multiply by that matrix: " + Words.of(node) + ".");
  }

  /** Ones in the shape of a matrix. */
  private record Ones() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return SimpleMatrix.ones(in[0].getNumRows(), in[0].getNumCols());
    }
  }
}
