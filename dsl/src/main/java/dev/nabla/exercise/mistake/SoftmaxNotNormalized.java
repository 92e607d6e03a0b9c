package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import dev.nabla.net.Softmax;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/** exp(s) without the sum below. */
final class SoftmaxNotNormalized implements Mistake {
  @Override
  public String tag() {
    return "softmax-not-normalized";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.Activate.class) && ((Rule.Activate) node.rule()).f() instanceof Softmax
        ? List.of(Term.of(new Exponentials(), node.part(0)))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the exponentials are not divided by their sum in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "What do the probabilities of one example add up to?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "An exponential may be larger than 1, a probability may not.",
        "softmax has two steps: exponentials, then shares.",
        "Divide every entry by the sum of its column.");
  }

  /** exp of each entry. */
  private record Exponentials() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      SimpleMatrix result = in[0].copy();
      for (int i = 0; i < result.getNumElements(); i++) {
        result.set(i, StrictMath.exp(result.get(i)));
      }
      return result;
    }
  }
}
