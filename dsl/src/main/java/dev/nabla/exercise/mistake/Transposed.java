package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/** Rows and columns exchanged: dW = Z delta^T for delta Z^T. */
final class Transposed implements Mistake {
  @Override
  public String tag() {
    return "transposed";
  }

  @Override
  public List<Term> at(Term node, Step step, Recipe recipe) {
    return step.kind() == Step.Kind.LOSS ? List.of() : List.of(Term.transpose(node));
  }

  @Override
  public String seen(Term node, Step step, Recipe recipe) {
    return "rows and columns are exchanged in " + step.name();
  }

  @Override
  public String question(Term node, Step step, Recipe recipe) {
    return Words.shapeQuestion(step, recipe);
  }

  @Override
  public List<String> hints(Term node, Step step, Recipe recipe) {
    return List.of(
        "A gradient has the shape of what it is taken by.",
        "In a product the outer sizes stay: (3 x 4)(4 x 2) is 3 x 2. Write the sizes under each factor of "
            + step.name()
            + ".",
        "Exchange rows and columns: " + step.name() + " is the transpose of what you have.");
  }

  @Override
  public String sentence(String asked, Term node, Step step, Recipe recipe) {
    return "Your " + asked + " is the transpose of " + Words.partial(step) + ".";
  }

  @Override
  public boolean atTheEnd() {
    return true;
  }
}
