package dev.nabla.exercise;

import dev.nabla.display.Marks;
import dev.nabla.exercise.mistake.Words;
import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.ejml.simple.SimpleMatrix;

/**
 * Which entries of an answer are wrong, and what they have in common, where no mistake is known.
 */
final class Pattern {
  private static final int MOST_PLACES = 4;
  private final Step step;
  private final SimpleMatrix answer;
  private final SimpleMatrix right;
  private final Closeness close;
  private final List<Integer> wrong = new ArrayList<>();

  Pattern(Step step, SimpleMatrix answer, SimpleMatrix right, Closeness close) {
    this.step = step;
    this.answer = answer;
    this.right = right;
    this.close = close;
    for (int i = 0; i < right.getNumElements(); i++) {
      if (!close.isEntryRight(i)) {
        wrong.add(i);
      }
    }
  }

  static Marks marks(Closeness close, int columns) {
    return Marks.at(
        (i, j) -> close.isEntryRight(i * columns + j) ? Marks.Mark.RIGHT : Marks.Mark.WRONG);
  }

  String words() {
    if (right.getNumElements() == 1) {
      return "Your " + step.name() + " is not right. " + common("It has") + question();
    }
    return "Your "
        + step.name()
        + " differs in "
        + where()
        + ". "
        + common(wrong.size() == 1 ? "It has" : "They have")
        + question();
  }

  private String where() {
    int columns = right.getNumCols();
    Set<Integer> rows = new TreeSet<>();
    Set<Integer> cols = new TreeSet<>();
    for (int i : wrong) {
      rows.add(i / columns + 1);
      cols.add(i % columns + 1);
    }
    int all = right.getNumElements();
    if (wrong.size() == all) {
      return "every entry";
    } else if (wrong.size() > 1 && rows.size() == 1 && wrong.size() == columns) {
      return "row " + rows.iterator().next();
    } else if (wrong.size() > 1 && cols.size() == 1 && wrong.size() == right.getNumRows()) {
      return "column " + cols.iterator().next();
    } else if (wrong.size() <= MOST_PLACES) {
      StringJoiner places = new StringJoiner(", ");
      wrong.forEach(i -> places.add(place(i)));
      return places.toString();
    }
    return wrong.size() + " of " + all + " entries";
  }

  private String place(int i) {
    return "[" + (i / right.getNumCols() + 1) + "," + (i % right.getNumCols() + 1) + "]";
  }

  /** What all wrong entries share, without saying by how much they are off. */
  private String common(String subject) {
    boolean signs = true;
    double ratio = Double.NaN;
    boolean sameRatio = wrong.size() > 1;
    for (int i : wrong) {
      double mine = answer.get(i);
      double theirs = right.get(i);
      signs &= mine != 0 && close.isTurned(i);
      double here = mine / theirs;
      ratio = Double.isNaN(ratio) ? here : ratio;
      sameRatio &= Double.isFinite(here) && here != 0 && Math.abs(here / ratio - 1) < 1e-6;
    }
    if (signs) {
      return subject + " the right size and the wrong sign. ";
    }
    String exchanged = exchanged();
    if (exchanged != null) {
      return exchanged;
    }
    return sameRatio ? "They are all off by the same factor. " : "";
  }

  private String exchanged() {
    for (int i = 1; i <= right.getNumRows(); i++) {
      for (int k = i + 1; k <= right.getNumRows(); k++) {
        if (close.isExchanged(i - 1, k - 1, true)) {
          return "Rows " + i + " and " + k + " have changed places. ";
        }
      }
    }
    for (int i = 1; i <= right.getNumCols(); i++) {
      for (int k = i + 1; k <= right.getNumCols(); k++) {
        if (close.isExchanged(i - 1, k - 1, false)) {
          return "Columns " + i + " and " + k + " have changed places. ";
        }
      }
    }
    return null;
  }

  private String question() {
    String start =
        right.getNumElements() == 1 ? "" : "Start with " + step.name() + place(wrong.get(0)) + ": ";
    Term formula = step.right();
    Term inner =
        formula.is(Rule.AddColumn.class) || formula.is(Rule.WithOnes.class)
            ? formula.part(0)
            : formula;
    String asks = "which numbers is it made of?";
    if (inner.is(Rule.Product.class) && right.getNumElements() > 1) {
      asks =
          "which row of "
              + Words.of(inner.part(0))
              + " and which column of "
              + Words.of(inner.part(1))
              + " make it?";
    } else if (inner.is(Rule.Entrywise.class)) {
      asks =
          "which entries of "
              + Words.of(inner.part(0))
              + " and "
              + Words.of(inner.part(1))
              + " make it?";
    }
    return start.isEmpty()
        ? Character.toUpperCase(asks.charAt(0)) + asks.substring(1)
        : start + asks;
  }
}
