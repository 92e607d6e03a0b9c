package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** The 2 from the derivative of the square left out. */
final class SquareForgotten implements Mistake {
  @Override
  public String tag() {
    return "square-forgotten";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.rule() instanceof Rule.Scale scale && scale.why() == Rule.Scale.Why.SQUARE
        ? List.of(node.part(0))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the 2 that comes down from the square is left out of " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "What is the derivative of a square?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Every entry is too small by the same factor.",
        "d(r^2)/dr has a factor in front of r.",
        "The exponent comes down as a 2; a 1/2 in the loss cancels it, and only then no factor is left.");
  }
}
