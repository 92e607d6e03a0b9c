package dev.nabla.matrix;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.display.View.Axis;
import dev.nabla.message.NablaException;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/**
 * An assertion that held: {@code |actual - expected| <= tolerance} in every entry. It shows both
 * side by side.
 */
public final class Expectation implements Showable {
  /** Difference allowed where none is given. */
  public static final double TOLERANCE = 1e-9;

  private static final String UNNAMED = "the actual value";

  private final SimpleMatrix actual;
  private final SimpleMatrix expected;

  /** Name, rows and columns as known from one of both. */
  private final View.Matrix label;

  /** {@code ± 0.0001} where the two differ within the tolerance; else empty. */
  private final String allowed;

  private Expectation(
      SimpleMatrix actual, SimpleMatrix expected, View.Matrix label, String allowed) {
    this.actual = actual;
    this.expected = expected;
    this.label = label;
    this.allowed = allowed;
  }

  /**
   * Compares entry by entry.
   *
   * @throws NablaException naming both shapes if they differ, else the entry that is farthest off
   */
  public static Expectation of(SimpleMatrix actual, SimpleMatrix expected, double tolerance) {
    String name = actual instanceof Quantity q && q.name() != null ? q.name().text() : UNNAMED;
    if (!(tolerance >= 0)) {
      throw new NablaException(
          "expect: the tolerance is " + Digits.typed(tolerance) + ". Give 0 or a small number.");
    }
    if (!Shape.same(actual, expected)) {
      throw new NablaException(
          "expect: "
              + name
              + " is "
              + Shape.of(actual)
              + ", but "
              + Shape.of(expected)
              + " was expected.");
    }
    int worst = -1;
    int wrong = 0;
    boolean exact = true;
    double largest = -1;
    for (int i = 0; i < actual.getNumElements(); i++) {
      double a = actual.get(i);
      double e = expected.get(i);
      double difference = a == e ? 0 : Math.abs(a - e);
      exact &= difference == 0;
      // Written so that NaN counts as wrong.
      if (!(difference <= tolerance)) {
        wrong++;
        if (!(difference <= largest)) {
          largest = difference;
          worst = i;
        }
      }
    }
    if (worst >= 0) {
      throw new NablaException(message(name, actual, expected, worst, wrong, tolerance));
    }
    String allowed = exact ? "" : "\u00b1 " + Digits.plain(tolerance);
    return new Expectation(actual.copy(), expected.copy(), label(actual, expected), allowed);
  }

  /** The name is that of the computed value; rows and columns mean the same in both. */
  private static View.Matrix label(SimpleMatrix actual, SimpleMatrix expected) {
    if (actual instanceof Quantity known) {
      return known.view();
    }
    return expected instanceof Quantity known
        ? known.view().named(null)
        : new View.Matrix(null, actual, Axis.UNNAMED, Axis.UNNAMED, "");
  }

  private static String message(
      String name,
      SimpleMatrix actual,
      SimpleMatrix expected,
      int worst,
      int wrong,
      double tolerance) {
    int row = worst / actual.getNumCols() + 1;
    int column = worst % actual.getNumCols() + 1;
    String place = actual.getNumElements() == 1 ? "" : "[" + row + "," + column + "]";
    String others =
        wrong == 1
            ? ""
            : " " + (wrong - 1) + " more " + (wrong == 2 ? "entry is" : "entries are") + " off.";
    return "expect: "
        + name
        + place
        + " is "
        + actual.get(worst)
        + ", but "
        + expected.get(worst)
        + " was expected (tolerance "
        + tolerance
        + ")."
        + others;
  }

  @Override
  public View view() {
    Notation tick = Notation.of("\u2713");
    boolean named = label.name() != null;
    if (actual.getNumElements() == 1) {
      String numbers = actual.get(0) + " = " + expected.get(0) + " " + allowed;
      Notation both = Notation.of(numbers.strip());
      return new View.Line(
          named
              ? Notation.join(tick, label.name(), Notation.of("="), both)
              : Notation.join(tick, both));
    }
    Notation words =
        named
            ? Notation.join(tick, label.name(), Notation.of("is as expected"))
            : Notation.join(tick, Notation.of("as expected"));
    return new View.Stack(
        List.of(
            new View.Line(words),
            new View.Beside(
                List.of(matrix("computed", actual, ""), matrix("expected", expected, allowed)))));
  }

  private View matrix(String name, SimpleMatrix values, String note) {
    return new View.Matrix(Notation.of(name), values, label.rows(), label.columns(), note);
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
