package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import dev.nabla.net.Hinge;
import java.util.List;

/** The active set without the margin. */
final class HingeMargin implements Mistake {
  @Override
  public String tag() {
    return "hinge-margin-forgotten";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    if (node.rule() instanceof Rule.LossSum sum && sum.loss() instanceof Hinge hinge) {
      return List.of(Term.of(new Rule.LossSum(without(hinge)), node.part(0), node.part(1)));
    }
    return node.rule() instanceof Rule.LossSlope slope && slope.loss() instanceof Hinge hinge
        ? List.of(Term.of(new Rule.LossSlope(without(hinge)), node.part(0), node.part(1)))
        : List.of();
  }

  private static Hinge without(Hinge hinge) {
    return new Hinge(0, hinge.kink(), hinge.scale());
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return step.kind() == Step.Kind.LOSS
        ? "the margin is left out of " + step.name()
        : "the active set is found without the margin in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "By how much must the true class be ahead?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "A class counts although it is behind the true one, if it is not far enough behind.",
        "A class is active where p_l - p_y + margin is positive.",
        "Add the margin before you look at the sign.");
  }
}
