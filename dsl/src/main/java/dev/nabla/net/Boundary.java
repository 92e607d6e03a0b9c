package dev.nabla.net;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.matrix.Digits;
import dev.nabla.matrix.Quantity;
import dev.nabla.message.NablaException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;

/**
 * The output of a net over the plane of its two inputs, with the examples on it, and the line on
 * which the output lies halfway between the targets of two classes.
 *
 * <pre>{@code
 * plot(net, data("xor").X(), data("xor").Y())
 * // y over x1 and x2, the line is 0.5: x2 -0.15 to 1.15 over x1 -0.15 to 1.15, values ...
 * }</pre>
 */
public record Boundary(View.Field view) implements Showable {
  private static final int CELLS = 60;
  private static final double ROOM = 0.15;

  /** With more different targets it is a regression: no classes, no line. */
  private static final int MOST_CLASSES = 4;

  /**
   * The output of the net around the columns of X.
   *
   * @param X 2 x N
   * @param Y 1 x N, the targets
   * @throws NablaException unless the net has two inputs and one output, and X and Y fit it
   */
  public static Boundary of(Network net, SimpleMatrix X, SimpleMatrix Y) {
    Network sized = net.sizedFor("plot", X);
    Blueprint plan = sized.plan();
    int outputs = plan.units(plan.depth());
    if (plan.inputs() != 2 || outputs != 1) {
      throw new NablaException(
          "plot: a plane has room for 2 inputs and colors for 1 output, but this net has "
              + plan.inputs()
              + " and "
              + outputs
              + ". Look at its numbers: net.forward(X).output().");
    }
    new Targets(plan, X.getNumCols()).require("plot", Y);
    double[] x = range(X, 0);
    double[] y = range(X, 1);
    SimpleMatrix values = values(sized, x, y);
    double[] classes =
        IntStream.range(0, Y.getNumCols()).mapToDouble(Y::get).sorted().distinct().toArray();
    double line = classes.length == 2 ? (classes[0] + classes[1]) / 2 : Double.NaN;
    Notation output = new Labels(plan).units(plan.depth(), false).names().get(0);
    String words = Double.isNaN(line) ? "" : ", the line is " + Digits.four(line);
    Notation title =
        Words.join(
            output,
            Words.plain(" over "),
            name(X, 0),
            Words.plain(" and "),
            name(X, 1),
            Words.plain(words));
    return new Boundary(
        new View.Field(
            title,
            name(X, 0).text(),
            name(X, 1).text(),
            values,
            line,
            x[0],
            x[1],
            y[0],
            y[1],
            points(X, Y, classes)));
  }

  /** From the least to the largest entry of a row, with room around. */
  private static double[] range(SimpleMatrix X, int row) {
    double[] entries = entries(X, row);
    double low = Arrays.stream(entries).min().orElseThrow();
    double high = Arrays.stream(entries).max().orElseThrow();
    double room = high > low ? ROOM * (high - low) : 1;
    return new double[] {clean(low - room), clean(high + room)};
  }

  /** Without the error of the last digits, so that the axis prints short. */
  private static double clean(double x) {
    return new BigDecimal(x).round(new MathContext(7)).doubleValue();
  }

  private static double[] entries(SimpleMatrix X, int row) {
    return IntStream.range(0, X.getNumCols()).mapToDouble(n -> X.get(row, n)).toArray();
  }

  /** The output at the middle of each cell, the highest second input in the first row. */
  private static SimpleMatrix values(Network net, double[] x, double[] y) {
    SimpleMatrix inputs = new SimpleMatrix(2, CELLS * CELLS);
    for (int i = 0; i < CELLS; i++) {
      for (int j = 0; j < CELLS; j++) {
        inputs.set(0, i * CELLS + j, x[0] + (j + 0.5) / CELLS * (x[1] - x[0]));
        inputs.set(1, i * CELLS + j, y[1] - (i + 0.5) / CELLS * (y[1] - y[0]));
      }
    }
    SimpleMatrix output = new SimpleMatrix(net.forward(inputs).output());
    output.reshape(CELLS, CELLS);
    return output;
  }

  private static Notation name(SimpleMatrix X, int row) {
    return X instanceof Quantity known && row < known.view().rows().names().size()
        ? known.view().rows().names().get(row)
        : Notation.indexed("x", row + 1);
  }

  /** The examples, those of each class with a sign of their own. */
  private static List<View.Series> points(SimpleMatrix X, SimpleMatrix Y, double[] classes) {
    List<View.Series> points = new ArrayList<>();
    if (classes.length > MOST_CLASSES) {
      points.add(new View.Series("examples", entries(X, 0), entries(X, 1), false));
      return points;
    }
    for (int c = classes.length - 1; c >= 0; c--) { // the highest in the blue of its side
      double target = classes[c];
      int[] members = IntStream.range(0, Y.getNumCols()).filter(n -> Y.get(n) == target).toArray();
      points.add(
          new View.Series(
              "target " + Digits.typed(target),
              Arrays.stream(members).mapToDouble(n -> X.get(0, n)).toArray(),
              Arrays.stream(members).mapToDouble(n -> X.get(1, n)).toArray(),
              false));
    }
    return points;
  }

  @Override
  public String toString() {
    return Display.text(view);
  }
}
