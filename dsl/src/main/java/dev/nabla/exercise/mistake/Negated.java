package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** Minus the right value. */
final class Negated implements Mistake {
  @Override
  public String tag() {
    return "sign";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return step.kind() == Step.Kind.LOSS
        ? List.of()
        : List.of(Term.scale(-1, Rule.Scale.Why.SLIP, node));
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "every sign is turned around in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Which minus on the way is lost, or there once too often?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "All magnitudes are right, all signs are not.",
        "Look for a difference written the other way around, or a minus from an inner derivative.",
        "Turn every sign of " + step.name() + " around.");
  }

  @Override
  public boolean atTheEnd() {
    return true;
  }

  @Override
  public boolean isGeneral() {
    return true;
  }

  @Override
  public String sentence(String asked, Term node, Step step, Recipe recipe) {
    return "Your "
        + asked
        + (Words.isNumber(step, recipe)
            ? " has the right magnitude and the wrong sign."
            : " has the right magnitudes and every sign turned around.");
  }
}
