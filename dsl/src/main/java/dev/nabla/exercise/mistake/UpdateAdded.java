package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** W + eta dW: up instead of down. */
final class UpdateAdded implements Mistake {
  @Override
  public String tag() {
    return "update-added";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.Difference.class) && step.kind() == Step.Kind.UPDATE
        ? List.of(Term.of(new Rule.Sum(), node.part(0), node.part(1)))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the gradient is added in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Where does the gradient point: to larger or to smaller loss?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "The gradient points uphill.",
        "A step of descent goes against it.",
        "Subtract the learning rate times the gradient.");
  }
}
