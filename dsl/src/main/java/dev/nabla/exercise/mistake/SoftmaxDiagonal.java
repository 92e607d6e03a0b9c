package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/** p (1 - p) dL/dp: the diagonal of the Jacobian alone. */
final class SoftmaxDiagonal implements Mistake {
  @Override
  public String tag() {
    return "softmax-diagonal";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    if (node.is(Rule.SoftmaxJacobian.class)) {
      return List.of(Term.of(new WithoutRest(), node));
    }
    return node.is(Rule.Through.class)
        ? List.of(Term.of(new Diagonal(), node.part(0), node.part(1)))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "only the diagonal p (1 - p) of the softmax Jacobian is used in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "If one logit grows, what happens to the other probabilities?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Probabilities of one example add up to 1, so they all move.",
        "The Jacobian of softmax has entries beside its diagonal: -p_l p_j.",
        step.kind() == Step.Kind.JACOBIAN
            ? "Fill all of diag(p) - p p^T, beside its diagonal, too."
            : "delta_j = p_j (dZ_j - sum over l of p_l dZ_l), in every column.");
  }

  /** A matrix with zeros beside its diagonal. */
  private record WithoutRest() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return in[0].diag().diag();
    }
  }

  /** p (1 - p) dZ, entry by entry. */
  private record Diagonal() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return in[0].elementMult(in[0].scale(-1).plus(1)).elementMult(in[1]);
    }
  }
}
