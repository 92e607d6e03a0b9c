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
  private final String name;

  private Expectation(SimpleMatrix actual, SimpleMatrix expected, String name) {
    this.actual = actual;
    this.expected = expected;
    this.name = name;
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
    double largest = -1;
    for (int i = 0; i < actual.getNumElements(); i++) {
      double a = actual.get(i);
      double e = expected.get(i);
      double difference = a == e ? 0 : Math.abs(a - e);
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
    return new Expectation(actual.copy(), expected.copy(), name);
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
    if (actual.getNumElements() == 1) {
      return new View.Line(Notation.of("\u2713 " + actual.get(0) + " = " + expected.get(0)));
    }
    return new View.Stack(
        List.of(
            new View.Line(Notation.of(words())),
            new View.Beside(List.of(matrix("computed", actual), matrix("expected", expected)))));
  }

  private String words() {
    return name.equals(UNNAMED) ? "\u2713 as expected" : "\u2713 " + name + " is as expected";
  }

  private static View matrix(String name, SimpleMatrix values) {
    return new View.Matrix(Notation.of(name), values, Axis.UNNAMED, Axis.UNNAMED, "");
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
