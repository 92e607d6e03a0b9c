package dev.nabla.exercise;

import dev.nabla.display.Marks;
import dev.nabla.exercise.mistake.Words;
import dev.nabla.exercise.work.Step;
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
  private final int[] first;
  private final List<Integer> wrong = new ArrayList<>();

  /**
   * A wrong answer in the shape of the right one.
   *
   * @param first the index of the first row and of the first column
   */
  Pattern(Step step, SimpleMatrix answer, SimpleMatrix right, Closeness close, int[] first) {
    this.step = step;
    this.answer = answer;
    this.right = right;
    this.close = close;
    this.first = first;
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
      rows.add(i / columns + first[0]);
      cols.add(i % columns + first[1]);
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
    int columns = right.getNumCols();
    return "[" + (i / columns + first[0]) + "," + (i % columns + first[1]) + "]";
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
    if (step.kind() == Step.Kind.LOSS && answer.get(0) < 0) {
      return "It is negative, and this loss never is. ";
    }
    if (signs) {
      return subject + " the right magnitude and the wrong sign. ";
    }
    String exchanged = exchanged();
    if (exchanged != null) {
      return exchanged;
    }
    return sameRatio ? "They are all off by the same factor. " : "";
  }

  private String exchanged() {
    String rows = exchanged(right.getNumRows(), true);
    return rows != null ? rows : exchanged(right.getNumCols(), false);
  }

  private String exchanged(int size, boolean rows) {
    int from = rows ? first[0] : first[1];
    for (int i = 0; i < size; i++) {
      for (int k = i + 1; k < size; k++) {
        if (close.isExchanged(i, k, rows)) {
          String lines = rows ? "Rows " : "Columns ";
          return lines + (i + from) + " and " + (k + from) + " have changed places. ";
        }
      }
    }
    return null;
  }

  private String question() {
    String asks = Words.made(step.right(), right.getNumElements() == 1);
    return right.getNumElements() == 1
        ? Character.toUpperCase(asks.charAt(0)) + asks.substring(1)
        : "Start with " + step.name() + place(wrong.get(0)) + ": " + asks;
  }
}
