package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** dL/dZ with the line of the intercept. */
final class InterceptKept implements Mistake {
  @Override
  public String tag() {
    return "intercept-kept";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.WithoutIntercept.class) ? List.of(node.part(0)) : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the line of the intercept is kept in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Does the constant 1 depend on anything below it?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "The constant unit has no inputs, so nothing goes further down from it.",
        step.name() + " has no entry for index 0.",
        "Leave the first line of the weights out before you multiply.");
  }
}
