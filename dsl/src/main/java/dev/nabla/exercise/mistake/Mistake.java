package dev.nabla.exercise.mistake;

import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.List;

/**
 * One typical mistake: how the formula looks with it, and what to say. A new mistake is one new
 * class, entered in {@link Catalogue}.
 */
public interface Mistake {

  /** A short name for statistics that never changes, such as {@code slope-forgotten}. */
  String tag();

  /**
   * What may stand in the place of a node when this mistake is made there; empty where it cannot be
   * made.
   */
  List<Term> at(Term node, Step step, Recipe recipe);

  /**
   * The end of "Your dW1 is what comes out when ...".
   *
   * @param node the node as it should be
   */
  String seen(Term node, Step step, Recipe recipe);

  /** One question that leads on and does not answer itself. */
  String question(Term node, Step step, Recipe recipe);

  /** Three hints, each saying more than the one before; none says the value. */
  List<String> hints(Term node, Step step, Recipe recipe);

  /** What is seen, as a sentence. */
  default String sentence(String asked, Term node, Step step, Recipe recipe) {
    return "Your "
        + asked
        + " is what comes out when "
        + Words.within(asked, seen(node, step, recipe))
        + ".";
  }

  /** Whether it is made to the quantity that is asked, rather than somewhere in a formula. */
  default boolean atTheEnd() {
    return false;
  }

  /** Whether it describes the result alone, so that every mistake with a reason goes first. */
  default boolean isGeneral() {
    return false;
  }
}
