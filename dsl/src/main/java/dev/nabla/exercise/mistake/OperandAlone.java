package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.GraphRule;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.ArrayList;
import java.util.List;

/** One operand in place of an operation: W x for W x + b, r for r^2. */
final class OperandAlone implements Mistake {
  @Override
  public String tag() {
    return "operation-forgotten";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    List<Term> alone = new ArrayList<>();
    if (node.rule() instanceof GraphRule.Forward forward) {
      for (int i = 0; i < node.parts().size(); i++) {
        if (forward.mayStandAlone(i)) {
          alone.add(node.part(i));
        }
      }
    }
    return alone;
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    String part = Words.isMultiplication(node) ? "a factor of " : "an operation of ";
    String seen = part + Words.written(node) + " is left out";
    boolean alone = step.name().equals("(" + Words.written(node) + ")");
    return alone ? seen : seen + " in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    String parts = Words.isMultiplication(node) ? "factors" : "operations";
    return "Which " + parts + " are there in " + Words.written(node) + ", one by one?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Go through the formula operation by operation and tick each one off.",
        "The formula is " + Words.written(node) + ".",
        "One of its operations has not been done; its input stands for its result.");
  }
}
