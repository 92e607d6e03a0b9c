package dev.nabla.net;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.display.View.Axis;
import dev.nabla.matrix.MatrixText;
import dev.nabla.matrix.Quantity;
import dev.nabla.message.NablaException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.ejml.simple.SimpleMatrix;

/**
 * Built-in examples: columns of X with their targets in Y.
 *
 * <pre>{@code
 * data("xor").X()         // 0 0 1 1; 0 1 0 1
 * data("two moons").Y()   // Y - 1 x 200 - outputs x examples
 * }</pre>
 *
 * @param X inputs x examples
 * @param Y outputs x examples
 */
public record Data(Quantity X, Quantity Y) implements Showable {
  private static final int MOON_POINTS = 200;
  private static final double MOON_NOISE = 0.1;

  /**
   * The data of this name.
   *
   * @param name {@code and}, {@code or}, {@code xor} or {@code two moons}
   * @throws NablaException listing the names there are
   */
  public static Data of(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "and" -> gate("0 0 0 1");
      case "or" -> gate("0 1 1 1");
      case "xor" -> gate("0 1 1 0");
      case "two moons" -> twoMoons(MOON_POINTS, MOON_NOISE, 1);
      default ->
          throw new NablaException(
              "data(\""
                  + name
                  + "\"): there are \"and\", \"or\", \"xor\" and \"two moons\". A file is read with"
                  + " csv(\"points.csv\").");
    };
  }

  private static Data gate(String outputs) {
    return of(MatrixText.parse("0 0 1 1; 0 1 0 1"), MatrixText.parse(outputs));
  }

  /**
   * Two half circles that reach into each other: no line separates them.
   *
   * @param points how many in all, half of them with target 0
   * @param noise standard deviation of the normal noise on each coordinate
   */
  public static Data twoMoons(int points, double noise, long seed) {
    if (points < 2 || !(noise >= 0)) {
      throw new NablaException(
          "twoMoons: give at least 2 points and noise that is not negative, such as twoMoons(200,"
              + " 0.1, 1).");
    }
    Random random = new Random(seed);
    SimpleMatrix X = new SimpleMatrix(2, points);
    SimpleMatrix Y = new SimpleMatrix(1, points);
    for (int n = 0; n < points; n++) {
      boolean lower = n % 2 == 1;
      double angle = Math.PI * random.nextDouble();
      double x = StrictMath.cos(angle);
      double y = StrictMath.sin(angle);
      X.set(0, n, (lower ? 1 - x : x) + noise * random.nextGaussian());
      X.set(1, n, (lower ? 0.5 - y : y) + noise * random.nextGaussian());
      Y.set(0, n, lower ? 1 : 0);
    }
    return of(X, Y);
  }

  private static Data of(SimpleMatrix X, SimpleMatrix Y) {
    Axis inputs = new Axis("inputs", List.of(Notation.indexed("x", 1), Notation.indexed("x", 2)));
    Axis examples = new Axis("examples", List.of());
    Axis outputs = new Axis("outputs", List.of(Notation.of("y")));
    return new Data(
        new Quantity(X, Notation.of("X"), inputs, examples, ""),
        new Quantity(Y, Notation.of("Y"), outputs, examples, ""));
  }

  @Override
  public View view() {
    return new View.Stack(List.of(X.view(), Y.view()));
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
