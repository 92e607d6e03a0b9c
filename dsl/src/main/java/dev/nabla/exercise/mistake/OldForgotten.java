package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** eta dW for W - eta dW. */
final class OldForgotten implements Mistake {
  @Override
  public String tag() {
    return "step-alone";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.Difference.class) && step.kind() == Step.Kind.UPDATE
        ? List.of(node.part(1), Term.scale(-1, Rule.Scale.Why.SLIP, node.part(1)))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the old value is left out of " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Where does the step start?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "A step changes something that was there before.",
        "The new value is the old one and the change together.",
        "Start from " + node.part(0).name() + ".");
  }
}
