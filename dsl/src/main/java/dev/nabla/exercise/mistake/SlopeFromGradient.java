package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import dev.nabla.net.Relu;
import java.util.List;

/** The mask from the signs of dL/dZ instead of S. */
final class SlopeFromGradient implements Mistake {
  @Override
  public String tag() {
    return "slope-of-gradient";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.Entrywise.class)
            && node.part(1).rule() instanceof Rule.Slope slope
            && slope.f() instanceof Relu
        ? List.of(Term.entrywise(node.part(0), Term.of(slope, node.part(0))))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the signs of "
        + Words.of(node.part(0))
        + ", not those of "
        + Words.of(node.part(1).part(0))
        + ", make the mask in "
        + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Which units did relu switch off on the way forward?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "A gradient may be negative; relu does not act on it.",
        "The mask was decided on the way forward.",
        "Look at the signs of "
            + Words.of(node.part(1).part(0))
            + ": 0 where it is negative, 1 where it is positive.");
  }
}
