package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.GraphRule;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.ArrayList;
import java.util.List;

/** One path of the chain rule left out. */
final class PathForgotten implements Mistake {
  @Override
  public String tag() {
    return "path-forgotten";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    if (!node.is(GraphRule.Paths.class)) {
      return List.of();
    }
    List<Term> shorter = new ArrayList<>();
    for (int i = 0; i < node.parts().size(); i++) {
      List<Term> rest = new ArrayList<>(node.parts());
      rest.remove(i);
      shorter.add(rest.size() == 1 ? rest.get(0) : new Term(node.rule(), rest));
    }
    return shorter;
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "a path from " + step.like() + " to the result is left out of " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return "Along how many paths does " + step.like() + " reach the result?";
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "Start at " + step.like() + " and follow every arrow that leaves it.",
        "Each path gives a product of local partials, and the products are added.",
        "There are " + node.parts().size() + " terms to add at " + step.like() + ".");
  }
}
