package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.GraphRule;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** f(u) for f'(u). */
final class FunctionForSlope implements Mistake {
  @Override
  public String tag() {
    return "function-for-slope";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.rule() instanceof GraphRule.Pull pull && Words.isFunction(pull)
        ? List.of(
            Term.entrywise(
                node.part(0),
                Term.of(new GraphRule.Forward(pull.tape(), pull.place()), node.part(1))))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return Words.operation(node) + " itself stands for its derivative in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "What is the derivative of this function?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "On the way back a function is replaced by its slope.",
        "Its slope is taken at the same place.",
        "Look up the derivative of " + Words.operation(node) + " and use it instead.");
  }
}
