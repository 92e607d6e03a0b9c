package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import dev.nabla.net.Hinge;
import java.util.List;

/** A term of the hinge that is exactly 0 counted the other way. */
final class HingeKink implements Mistake {
  @Override
  public String tag() {
    return "hinge-kink";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.rule() instanceof Rule.LossSlope slope && slope.loss() instanceof Hinge hinge
        ? List.of(
            Term.of(
                new Rule.LossSlope(new Hinge(hinge.margin(), !hinge.kink(), hinge.scale())),
                node.part(0),
                node.part(1)))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "a term that is exactly 0 is counted the other way in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Does this sheet count a term at its kink as active?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "At the kink both slopes are allowed, so the sheet chooses one.",
        "hinge(m) counts a term that is exactly 0 as active, hinge(m).strict() does not.",
        "Find the term that is exactly 0 and count it the other way.");
  }
}
