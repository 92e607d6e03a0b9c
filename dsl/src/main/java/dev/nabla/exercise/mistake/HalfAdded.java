package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** A factor 1/2 that is not in the loss. */
final class HalfAdded implements Mistake {
  @Override
  public String tag() {
    return "half-added";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.Squares.class) || node.is(Rule.LossSum.class)
        ? List.of(Term.scale(0.5, Rule.Scale.Why.SLIP, node))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "there is one more 1/2 in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Does the loss of this net say half()?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Too small by a factor: the sizes of all terms are right.",
        "Read the factors in front of the sum.",
        "Each factor of the loss stands once.");
  }
}
