package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** The new weights used on the way back. */
final class UpdatedTooEarly implements Mistake {
  @Override
  public String tag() {
    return "updated-too-early";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    String next = node.name() == null ? null : "new" + node.name();
    return Words.comesDown(step)
            && recipe.step(next) != null
            && !recipe.dependsOn(next, step.name())
        ? List.of(Term.named(next))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the weights " + node.name() + " are already the new ones in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Which weights was the forward pass made with?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "All gradients of one step are taken at the same weights.",
        "Finish the whole way back before you change any weight.",
        "Use the old " + node.name() + " in " + step.name() + ".");
  }
}
