package dev.nabla.graph;

import dev.nabla.display.Display;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.Rational;
import dev.nabla.graph.algebra.Shape;
import dev.nabla.graph.formula.Definitions;
import dev.nabla.message.NablaException;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/**
 * Whether a formula equals another, and if not, where they differ.
 *
 * <p>Formulas of numbers with + - * / and whole powers are compared in exact fractions at random
 * points; two different ones agree at a point with a chance below their degree in 10,000, so at all
 * 20 practically never. Others are compared in floating point, to a relative error of 1e-9.
 */
public final class Equality implements Showable {
  private static final int POINTS = 20;
  private static final int TRIES = 200;
  private static final int SIZES = 3;
  private static final double TOLERANCE = 1e-9;
  private final boolean equal;
  private final String words;
  private final Multiple multiple;

  private Equality(boolean equal, String words) {
    this(equal, words, new Multiple(equal ? 1 : Double.NaN, ""));
  }

  private Equality(boolean equal, String words, Multiple multiple) {
    this.equal = equal;
    this.words = words;
    this.multiple = multiple;
  }

  public boolean isEqual() {
    return equal;
  }

  /**
   * This equality, if it holds.
   *
   * @throws NablaException with a counterexample
   */
  public Equality orFail() {
    if (!equal) {
      throw new NablaException("expect: " + words);
    }
    return this;
  }

  /** How many times the right formula the answer is, everywhere; NaN if there is no such number. */
  public double multiple() {
    return multiple.names().isEmpty() ? multiple.number() : Double.NaN;
  }

  /**
   * The product of names and a number, such as {@code n} or {@code 1/2 n}, that the answer is times
   * the right formula, everywhere; null if there is none with names.
   */
  public String factor() {
    return multiple.names().isEmpty() ? null : multiple.words();
  }

  /** Compares an answer with a formula called {@code name}. */
  static Equality of(Definitions definitions, String name, Expression right, Expression answer) {
    if (!right.shape().equals(answer.shape()) && !isZero(right, answer)) {
      return shapes(name, right.shape(), answer.shape());
    }
    Equality exact = exact(definitions, name, right, answer);
    return exact != null ? exact : numeric(definitions, name, right, answer);
  }

  private static boolean isZero(Expression right, Expression answer) {
    return right.isNumber() && right.toString().equals("0")
        || answer.isNumber() && answer.toString().equals("0");
  }

  private static Equality shapes(String name, Shape right, Shape answer) {
    String hint = right.transposed().equals(answer) ? " Yours has the shape of the transpose." : "";
    return new Equality(
        false,
        "not equal: your formula is %s, %s is %s.%s"
            .formatted(answer.words(), name, right.words(), hint));
  }

  private static Equality exact(
      Definitions definitions, String name, Expression right, Expression answer) {
    Samples samples = new Samples(definitions);
    Multiple.Search multiple = new Multiple.Search();
    String difference = null;
    int compared = 0;
    for (int attempt = 0; attempt < TRIES && compared < POINTS; attempt++) {
      Map<String, Rational> point = samples.fractions(attempt);
      try {
        Exact values = Exact.at(definitions, point);
        Rational mine = values == null ? null : values.value(right);
        Rational yours = values == null ? null : values.value(answer);
        if (mine == null || yours == null) {
          return null;
        }
        compared++;
        multiple.at(samples.numbers(point));
        multiple.add(yours.doubleValue(), mine.doubleValue());
        if (difference == null && !mine.equals(yours)) {
          difference =
              "at %s yours is %s, %s is %s.".formatted(samples.words(point), yours, name, mine);
        }
      } catch (ArithmeticException divisionByZero) {
        continue;
      }
    }
    if (compared == 0) {
      return null;
    }
    return difference == null
        ? new Equality(
            true,
            "equal: %s = %s, in exact fractions at %d random points"
                .formatted(name, answer, compared))
        : unequal(difference, name, multiple.found());
  }

  private static Equality numeric(
      Definitions definitions, String name, Expression right, Expression answer) {
    Samples samples = new Samples(definitions);
    Multiple.Search multiple = new Multiple.Search();
    String difference = null;
    int compared = 0;
    for (int attempt = 0; attempt < TRIES && compared < POINTS; attempt++) {
      Samples.Point point = samples.point(attempt, attempt % SIZES);
      SimpleMatrix mine = point.value(right);
      SimpleMatrix yours = point.value(answer);
      int entries = Math.max(mine.getNumElements(), yours.getNumElements());
      boolean finite = true;
      for (int entry = 0; entry < entries; entry++) {
        finite &= Double.isFinite(at(mine, entry)) && Double.isFinite(at(yours, entry));
      }
      if (!finite) {
        continue;
      }
      compared++;
      multiple.at(point.numbers());
      for (int entry = 0; entry < entries; entry++) {
        double a = at(yours, entry);
        double b = at(mine, entry);
        multiple.add(a, b);
        double scale = Math.max(mine.elementMaxAbs(), yours.elementMaxAbs());
        if (difference == null && Math.abs(a - b) > TOLERANCE * Math.max(scale, 1e-3)) {
          int columns = mine.getNumCols();
          String where =
              entries == 1
                  ? "at " + point.words()
                  : "entry (%d, %d) at a random point:"
                      .formatted(entry / columns + 1, entry % columns + 1);
          difference =
              "%s yours is %s, %s is %s."
                  .formatted(where, Tables.number(a), name, Tables.number(b));
        }
      }
    }
    if (compared == 0) {
      return new Equality(
          false, "not decided: no random point was found where both formulas have a value.");
    }
    return difference == null
        ? new Equality(
            true,
            "equal: %s = %s, to a relative error of 1e-9 at %d random points"
                .formatted(name, answer, compared))
        : unequal(difference, name, multiple.found());
  }

  /** The entry of a matrix; a number stands for all entries. */
  private static double at(SimpleMatrix matrix, int entry) {
    return matrix.get(matrix.getNumElements() == 1 ? 0 : entry);
  }

  private static Equality unequal(String difference, String name, Multiple multiple) {
    String words = "not equal: " + difference;
    return multiple == null
        ? new Equality(false, words)
        : new Equality(
            false, words + " Yours is " + multiple.times() + " " + name + " everywhere.", multiple);
  }

  /** {@code equal: ...} or {@code not equal: ...} with a counterexample. */
  @Override
  public View view() {
    return new View.Line(Tables.plain(words));
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
