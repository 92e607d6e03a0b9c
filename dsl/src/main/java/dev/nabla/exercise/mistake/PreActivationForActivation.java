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
    if (activation == null
        || step.kind() == Step.Kind.LOSS
        || activation.kind() != Step.Kind.ACTIVATION) {
      return List.of();
    }
    Term whole = activation.right();
    Term f = whole.is(Rule.WithOnes.class) ? whole.part(0) : whole;
    if (!f.is(Rule.Activate.class)) {
      return List.of();
    }
    Term sum = f.part(0);
    return List.of(whole == f ? sum : Term.of(whole.rule(), sum));
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
