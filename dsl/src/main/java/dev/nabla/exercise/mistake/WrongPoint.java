package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;
import java.util.stream.Stream;

/** The Jacobian taken at x where it belongs at g(x). */
final class WrongPoint implements Mistake {
  @Override
  public String tag() {
    return "wrong-point";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    if (node.is(Rule.Differentiated.class)) {
      return others(node.part(0).name(), recipe)
          .map(point -> Term.of(node.rule(), Term.named(point)))
          .toList();
    }
    return step.kind() == Step.Kind.JACOBIAN && node.is(Rule.Activate.class)
        ? List.of(Term.of(node.rule(), node))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "the Jacobian is taken at another point in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Which numbers go into this function?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "A derivative belongs to a point.",
        "The outer function never sees x: what does it see?",
        "Take the derivative of the outer function at the value of the inner one.");
  }

  /** The points other Jacobians of the calculation are taken at. */
  private static Stream<String> others(String point, Recipe recipe) {
    return recipe.steps().stream()
        .flatMap(step -> points(step.right()))
        .filter(other -> !other.equals(point))
        .distinct();
  }

  private static Stream<String> points(Term term) {
    return term.is(Rule.Differentiated.class)
        ? term.names().stream()
        : term.parts().stream().flatMap(WrongPoint::points);
  }
}
