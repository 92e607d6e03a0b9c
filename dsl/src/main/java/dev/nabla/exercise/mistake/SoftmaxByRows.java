package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import dev.nabla.net.Softmax;
import java.util.List;

/** softmax over examples for softmax over classes. */
final class SoftmaxByRows implements Mistake {
  @Override
  public String tag() {
    return "softmax-by-rows";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.Activate.class) && ((Rule.Activate) node.rule()).f() instanceof Softmax
        ? List.of(Term.transpose(Term.of(node.rule(), Term.transpose(node.part(0)))))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "softmax runs along the rows in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Which numbers must add up to 1: those of one example, or those of one class?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Every example has its own probabilities.",
        "Examples are columns.",
        "Divide every entry by the sum of its column.");
  }
}
