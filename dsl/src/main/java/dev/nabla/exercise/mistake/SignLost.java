package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.GraphRule;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/** The minus of a local partial lost. */
final class SignLost implements Mistake {
  @Override
  public String tag() {
    return "sign-lost";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    if (node.rule() instanceof GraphRule.Forward forward
        && forward.operation().equals("subtract")) {
      return List.of(Term.of(new Rule.Sum(), node.part(0), node.part(1)));
    }
    if (node.is(Rule.SoftmaxJacobian.class)) {
      return List.of(Term.of(new PlusProduct(), node.part(0)));
    }
    return node.rule() instanceof GraphRule.Pull pull && Words.hasMinus(pull)
        ? List.of(Term.scale(-1, Rule.Scale.Why.SLIP, node))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the minus sign of " + written(node) + " is lost in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return step.like() == null
        ? "Which of the two is taken away from the other in " + written(node) + "?"
        : "If " + step.like() + " grows, does " + written(node) + " grow or shrink?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    if (step.like() == null) {
      return List.of(
          "Look at the signs first, at the numbers afterwards.",
          "The formula is " + written(node) + ".",
          "Subtract where the formula has a minus.");
    }
    return List.of(
        "A difference passes its gradient on with two different signs.",
        "Differentiate " + written(node) + " by " + step.like() + " and look at the sign.",
        "There is a minus in that local partial.");
  }

  private static String written(Term node) {
    return node.is(GraphRule.Forward.class)
        ? Words.written(node)
        : node.is(GraphRule.Pull.class) ? Words.operation(node) : Words.of(node);
  }

  /** diag(p) + p p^T. */
  private record PlusProduct() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return in[0].getNumCols() == 1 ? in[0].diag().plus(in[0].mult(in[0].transpose())) : null;
    }
  }
}
