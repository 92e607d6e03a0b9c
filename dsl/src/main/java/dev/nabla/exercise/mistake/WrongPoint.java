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
    if (step.kind() != Step.Kind.JACOBIAN || !isTakenAtAPoint(node)) {
      return List.of();
    }
    Stream<Term> own = node.is(Rule.Activate.class) ? Stream.of(node) : Stream.empty();
    return Stream.concat(own, others(node.part(0).name(), recipe))
        .map(point -> Term.of(node.rule(), point))
        .toList();
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

  private static boolean isTakenAtAPoint(Term node) {
    return node.is(Rule.Differentiated.class)
        || node.is(Rule.Activate.class)
        || node.is(Rule.Slope.class);
  }

  /** The points other Jacobians of the calculation are taken at. */
  private static Stream<Term> others(String point, Recipe recipe) {
    return recipe.steps().stream()
        .filter(step -> step.kind() == Step.Kind.JACOBIAN)
        .flatMap(step -> step.right().names().stream())
        .filter(name -> recipe.step(name) == null && !name.equals(point))
        .distinct()
        .map(Term::named);
  }
}
