package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/** The sum of errors for the sum of squared errors. */
final class LossSquareForgotten implements Mistake {
  @Override
  public String tag() {
    return "loss-not-squared";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.Squares.class) ? List.of(Term.of(new Total(), node.part(0))) : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "errors are added without squares in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "What keeps errors of opposite sign from canceling?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "This loss is never negative.",
        "Every error is squared before anything is added.",
        "Square every entry of " + Words.of(node.part(0)) + ", then add.");
  }

  /** The sum of all entries. */
  private record Total() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return new SimpleMatrix(1, 1, true, in[0].elementSum());
    }
  }
}
