package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** The factor 1/N there twice. */
final class MeanTwice implements Mistake {
  @Override
  public String tag() {
    return "mean-twice";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.rule() instanceof Rule.Scale scale && scale.why() == Rule.Scale.Why.MEAN
        ? List.of(Term.scale(scale.factor(), Rule.Scale.Why.SLIP, node))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "1/N is there twice in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "How often does the loss divide by the number of examples?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Every entry is too small by the same factor.",
        "A product such as delta Z^T adds over examples by itself; it takes no mean.",
        "1/N comes from the loss and stands once, at the start of the way back.");
  }
}
