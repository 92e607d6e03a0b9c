package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** The factor 1/N left out. */
final class MeanForgotten implements Mistake {
  @Override
  public String tag() {
    return "mean-forgotten";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.rule() instanceof Rule.Scale scale && scale.why() == Rule.Scale.Why.MEAN
        ? List.of(node.part(0))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "1/N is left out of " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "This loss is a mean over "
        + recipe.examples()
        + " examples. Where does that number appear in "
        + step.name()
        + "?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "The loss is a mean over examples, so its derivative is one too.",
        "Every entry is too large by the same factor.",
        "Divide once by N, the number of examples, where the way back starts.");
  }
}
