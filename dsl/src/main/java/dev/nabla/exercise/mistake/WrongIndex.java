package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.ArrayList;
import java.util.List;

/** The entry beside the one that is asked, or the one across the diagonal. */
final class WrongIndex implements Mistake {
  @Override
  public String tag() {
    return "index";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    if (!(node.rule() instanceof Rule.Entry entry)) {
      return List.of();
    }
    List<Term> others = new ArrayList<>();
    for (Rule.Entry other : entry.neighbors()) {
      others.add(Term.of(other, node.part(0)));
    }
    return others;
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "another entry of " + Words.of(node.part(0)) + " is read in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Do rows and columns count from 0 or from 1 here, and which of them comes first?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "The first index is the row, the second the column.",
        "Index 0 exists only where there is an intercept; everything else counts from 1.",
        "Find the headers of row and column in the table of " + Words.of(node.part(0)) + " first.");
  }
}
