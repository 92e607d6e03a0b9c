package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** The matrix product A B where A o B stands. */
final class ProductForEntrywise implements Mistake {
  @Override
  public String tag() {
    return "product-for-entrywise";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.Entrywise.class)
        ? List.of(Term.product(node.part(0), node.part(1)))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return Words.of(node.part(0))
        + " and "
        + Words.of(node.part(1))
        + " are multiplied as matrices in "
        + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "How does a change of one entry of "
        + Words.of(node.part(1))
        + " reach the other entries?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "An activation treats every entry alone, so nothing is added over an index.",
        "Entries in the same place belong together here.",
        "Multiply entry [i,j] of "
            + Words.of(node.part(0))
            + " by entry [i,j] of "
            + Words.of(node.part(1))
            + ".");
  }
}
