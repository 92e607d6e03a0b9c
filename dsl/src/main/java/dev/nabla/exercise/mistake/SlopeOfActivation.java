package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.GraphRule;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** f'(Z) for f'(S). */
final class SlopeOfActivation implements Mistake {
  @Override
  public String tag() {
    return "slope-at-activation";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    if (node.rule() instanceof GraphRule.Pull pull && Words.isFunction(pull)) {
      Term value = Term.of(new GraphRule.Forward(pull.tape(), pull.place()), node.part(1));
      return List.of(Term.of(pull, node.part(0), value));
    }
    return node.rule() instanceof Rule.Slope slope
        ? List.of(Term.of(slope, Term.of(new Rule.Activate(slope.f()), node.part(0))))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the slope is taken at the activation instead of at "
        + argument(node)
        + " in "
        + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "What goes into " + function(node) + " on the way forward?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "A derivative is taken where the function was taken.",
        "The function was taken at " + argument(node) + ".",
        "Use the slope at "
            + argument(node)
            + "; if a formula has the activation in it, it is already written in Z and needs no second step.");
  }

  private static String function(Term node) {
    return node.rule() instanceof GraphRule.Pull pull ? pull.operation() : Words.function(node);
  }

  private static String argument(Term node) {
    return Words.of(node.is(GraphRule.Pull.class) ? node.part(1) : node.part(0));
  }
}
