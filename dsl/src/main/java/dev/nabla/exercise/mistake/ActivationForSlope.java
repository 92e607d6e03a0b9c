package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** f(S) for f'(S). */
final class ActivationForSlope implements Mistake {
  @Override
  public String tag() {
    return "activation-for-slope";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.rule() instanceof Rule.Slope slope
        ? List.of(Term.of(new Rule.Activate(slope.f()), node.part(0)))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the activation itself stands in place of its slope "
        + Words.of(node)
        + " in "
        + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Which function do you multiply by on the way back: "
        + Words.function(node)
        + " or its derivative?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "On the way forward there is the function, on the way back its derivative.",
        Words.slopeRule(node),
        "Make the table of " + Words.of(node) + " and use it in place of the activation.");
  }
}
