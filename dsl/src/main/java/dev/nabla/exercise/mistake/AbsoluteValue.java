package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import dev.nabla.net.Relu;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/** |s| for max(0, s): the minus dropped instead of the number. */
final class AbsoluteValue implements Mistake {
  @Override
  public String tag() {
    return "absolute-value";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.rule() instanceof Rule.Activate activate && activate.f() instanceof Relu
        ? List.of(Term.of(new Sizes(), node.part(0)))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "negative numbers lose their minus sign but stay in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "What does relu make of a negative number?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "relu passes some numbers on and stops the others.",
        "Draw relu: on which side of 0 is it flat?",
        "relu(s) is the larger of 0 and s.");
  }

  /** Every entry without its sign. */
  private record Sizes() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      SimpleMatrix result = in[0].copy();
      for (int i = 0; i < result.getNumElements(); i++) {
        result.set(i, Math.abs(result.get(i)));
      }
      return result;
    }
  }
}
