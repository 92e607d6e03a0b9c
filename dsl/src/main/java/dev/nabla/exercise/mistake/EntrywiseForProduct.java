package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** A o B where the matrix product A B stands. */
final class EntrywiseForProduct implements Mistake {
  @Override
  public String tag() {
    return "entrywise-for-product";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return node.is(Rule.Product.class) && !Words.isOfNumbers(node, recipe)
        ? List.of(Term.entrywise(node.part(0), node.part(1)))
        : List.of();
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return Words.of(node.part(0))
        + " and "
        + Words.of(node.part(1))
        + " are multiplied entry by entry in "
        + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Is " + step.name() + " a sum of products, or a single product in each entry?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Two products are in use here: entry by entry, and row times column.",
        step.name() + " adds over an index: over what?",
        "Row i of "
            + Words.of(node.part(0))
            + " times column j of "
            + Words.of(node.part(1))
            + " gives entry [i,j].");
  }
}
