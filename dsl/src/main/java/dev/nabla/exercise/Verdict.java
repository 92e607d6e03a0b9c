package dev.nabla.exercise;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.matrix.Digits;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code check} says about an answer: right, or what is wrong and a question.
 *
 * <pre>{@code
 * check("2 dW1", mine)             // right: dW1 (3 x 2)
 * check("2 dW1", mine).points(2)   // 2
 * }</pre>
 */
public final class Verdict implements Showable {
  private static final String EMPTY = "empty";
  static final String FOLLOW_ON = "follow-on";
  private static final String UNREADABLE = "unreadable";

  private final boolean right;
  private final List<String> tags;
  private final String words;
  private final View table;
  private final List<String> hints;
  private final double points;
  private final double most;

  private Verdict(
      boolean right,
      List<String> tags,
      String words,
      View table,
      List<String> hints,
      double points,
      double most) {
    this.right = right;
    this.tags = List.copyOf(tags);
    this.words = words;
    this.table = table;
    this.hints = hints;
    this.points = points;
    this.most = most;
  }

  private static Verdict of(boolean right, List<String> tags, String words) {
    return new Verdict(right, tags, words, null, List.of(), Double.NaN, Double.NaN);
  }

  static Verdict right(String tag, String words) {
    return of(true, List.of(tag), words);
  }

  static Verdict wrong(List<String> tags, String words) {
    return of(false, tags, words);
  }

  /** Where no answer has been given yet. */
  static Verdict empty(String name, String kind, String example) {
    String words =
        "Nothing is filled in for %s yet. Put your %s there, such as %s, run that cell, then check again."
            .formatted(name, kind, example);
    return wrong(List.of(EMPTY), words);
  }

  /** Where an answer is neither numbers nor a formula: no reason to stop a notebook. */
  static Verdict unreadable(String words) {
    return wrong(List.of(UNREADABLE), words);
  }

  /** The same judgment with the answer itself, entries marked. */
  Verdict with(View table) {
    return new Verdict(right, tags, words, table, hints, points, most);
  }

  /** The same judgment with hints for what went wrong. */
  Verdict with(List<String> hints) {
    return new Verdict(right, tags, words, table, hints, points, most);
  }

  /** Hints for what went wrong; empty where nothing was recognized. */
  List<String> hints() {
    return hints;
  }

  /**
   * Whether the answer has full credit: right, right but rounded, or right from your own values.
   */
  public boolean isRight() {
    return right;
  }

  /**
   * What was recognized, for statistics: {@code right}, {@code rounded}, {@code follow-on}, the
   * tags of mistakes such as {@code slope-forgotten}, {@code unknown}, {@code unreadable}, or
   * {@code empty} where nothing was filled in.
   */
  public List<String> tags() {
    return tags;
  }

  /** The same judgment with points: all of them for a right answer, else none. */
  public Verdict points(double most) {
    if (!(most >= 0) || Double.isInfinite(most)) {
      throw new NablaException(
          "points(" + Digits.typed(most) + "): points are a number from 0, such as points(2).");
    }
    return new Verdict(right, tags, words, table, hints, right ? most : 0, most);
  }

  /** The points given; NaN if none were announced. */
  public double points() {
    return points;
  }

  /** The points there were to win; NaN if none were announced. */
  public double mostPoints() {
    return most;
  }

  /**
   * This verdict, if the answer is right by itself, not only from your own values.
   *
   * @throws NablaException saying what is wrong
   */
  public Verdict orFail() {
    if (!right || tags.contains(FOLLOW_ON)) {
      throw new NablaException("expect: " + words);
    }
    return this;
  }

  /** What is seen, and a question. */
  public String words() {
    return words;
  }

  @Override
  public View view() {
    List<View> views = new ArrayList<>();
    Notation plain = Notation.of(words);
    String sign = right ? "\u2713 " : tags.contains(EMPTY) ? "" : "\u2717 ";
    views.add(new View.Line(new Notation(words, sign + plain.html(), plain.latex())));
    if (table != null) {
      views.add(table);
    }
    if (Double.isNaN(points)) {
      return views.size() == 1 ? views.get(0) : new View.Stack(views);
    }
    String of =
        Digits.typed(points) + " of " + Digits.typed(most) + (most == 1 ? " point" : " points");
    views.add(new View.Line(Notation.of(of)));
    return new View.Graded(Digits.typed(points), new View.Stack(views));
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
