package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** Z = S, without f. */
final class ActivationForgotten implements Mistake {
  @Override
  public String tag() {
    return "activation-forgotten";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.Activate.class)
            && (step.kind() == Step.Kind.ACTIVATION || step.kind() == Step.Kind.JACOBIAN)
        ? List.of(node.part(0))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return Words.function(node) + " is left out of " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "What does this layer do after its sum?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "A layer has two steps: a sum, then an activation.",
        "Only a layer without activation hands its sum on.",
        "Use " + Words.of(node) + " in every entry.");
  }
}
