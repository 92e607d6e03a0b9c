package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** W - dW, without the learning rate. */
final class RateForgotten implements Mistake {
  @Override
  public String tag() {
    return "rate-forgotten";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.rule() instanceof Rule.Scale scale && scale.why() == Rule.Scale.Why.RATE
        ? List.of(node.part(0))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the learning rate is left out of " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "How large is the step this exercise asks for?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "The gradient gives the direction, another number the length.",
        "The learning rate multiplies the gradient.",
        "Multiply the gradient by the learning rate before you subtract.");
  }
}
