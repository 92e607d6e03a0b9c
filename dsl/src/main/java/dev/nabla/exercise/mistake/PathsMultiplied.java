package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.GraphRule;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** The paths of the chain rule multiplied for added. */
final class PathsMultiplied implements Mistake {
  @Override
  public String tag() {
    return "paths-multiplied";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(GraphRule.Paths.class) && node.parts().size() == 2
        ? List.of(Term.entrywise(node.part(0), node.part(1)))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the two paths to " + step.like() + " are multiplied in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Two paths carry a change at the same time. Do their effects add or multiply?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Along a path one multiplies.",
        "Between paths one does something else.",
        "Add what arrives along the paths.");
  }
}
