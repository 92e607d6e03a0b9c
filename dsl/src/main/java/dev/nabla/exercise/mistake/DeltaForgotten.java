package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/** delta left out of a product: every delta counts as 1. */
final class DeltaForgotten implements Mistake {
  @Override
  public String tag() {
    return "delta-forgotten";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    boolean product = step.kind() == Step.Kind.WEIGHT_GRADIENT || Words.comesDown(step);
    boolean delta = product && node.name() != null && node.name().startsWith("delta");
    return delta || isAbove(node, step, recipe) ? List.of(Term.of(new Ones(), node)) : List.of();
  }

  /** In a graph: the gradient that has arrived at what uses this. */
  private static boolean isAbove(Term node, Step step, Recipe recipe) {
    Step above = node.name() == null ? null : recipe.step(node.name());
    boolean both = above != null && above.kind() == Step.Kind.GRADIENT;
    return both && step.kind() == Step.Kind.GRADIENT;
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return node.name() + " is left out of " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "What has come down from the result before this step?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "The chain rule multiplies along the whole way from the result.",
        "What has arrived so far is " + node.name() + ".",
        "Multiply by " + node.name() + " before you go on.");
  }

  /** Ones in the shape of a matrix. */
  private record Ones() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return SimpleMatrix.ones(in[0].getNumRows(), in[0].getNumCols());
    }
  }
}
