package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/** (Z - Y) o f'(S) where loss and activation give Z - Y together. */
final class SlopeAdded implements Mistake {
  @Override
  public String tag() {
    return "slope-added";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    Step output = node.is(Rule.Difference.class) ? recipe.step(node.part(0).name()) : null;
    boolean fused =
        step.kind() == Step.Kind.DELTA
            && output != null
            && output.right().rule() instanceof Rule.Activate;
    return fused ? List.of(Term.entrywise(node, Term.of(new Logistic(), node.part(0)))) : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "a slope of the last activation is multiplied in once more in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "What becomes of z (1 - z) when the derivative of this loss is multiplied by it?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "This loss and the last activation belong together: something cancels.",
        "Differentiate the loss by the output; there is a denominator.",
        "What is left is " + Words.of(node) + " alone, with the factors of the loss.");
  }

  /** z (1 - z). */
  private record Logistic() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return in[0].minus(in[0].elementMult(in[0]));
    }
  }
}
