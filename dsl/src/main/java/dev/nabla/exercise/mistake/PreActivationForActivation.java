package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** S in place of Z. */
final class PreActivationForActivation implements Mistake {
  @Override
  public String tag() {
    return "s-for-z";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    Step activation = node.name() == null ? null : recipe.step(node.name());
    return activation != null
            && step.kind() != Step.Kind.LOSS
            && activation.kind() == Step.Kind.ACTIVATION
            && activation.right().is(Rule.Activate.class)
        ? List.of(activation.right().part(0))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return Words.of(recipe.step(node.name()).right().part(0))
        + " stands for "
        + node.name()
        + " in "
        + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "What leaves a unit: its sum, or its activation?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Each unit has two numbers: before and after the activation.",
        "The next layer sees what comes after the activation.",
        "Use " + node.name() + " there: " + step.name() + " = " + Words.of(step.right()) + ".");
  }
}
