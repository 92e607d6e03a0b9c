package dev.nabla.matrix;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Curves over two axes. */
public record Plot(View.Chart view) implements Showable {
  private static final int POINTS = 200;
  private static final int STRETCHES = 250;

  /** Losses and the like fall over so many powers of ten that only a logarithm shows them all. */
  private static final double LOGARITHMIC_FROM = 1e3;

  /**
   * One curve for each row of values, over 0, 1, 2 ...
   *
   * @throws NablaException if a curve has no values
   */
  public static Plot of(double[]... curves) {
    if (curves.length == 0) {
      throw new NablaException("plot: there is no curve. Write plot(run.losses()).");
    }
    List<View.Series> series = new ArrayList<>();
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (double[] curve : curves) {
      if (curve == null || curve.length == 0) {
        throw new NablaException(
            "plot: curve " + (series.size() + 1) + " has no values, so there is nothing to draw.");
      }
      for (double each : curve) {
        least = Math.min(least, each);
        most = Math.max(most, each);
      }
      int[] places = places(curve);
      double[] x = Arrays.stream(places).asDoubleStream().toArray();
      double[] y = Arrays.stream(places).mapToDouble(i -> curve[i]).toArray();
      String name = curves.length == 1 ? "" : Integer.toString(series.size() + 1);
      series.add(new View.Series(name, x, y, true));
    }
    boolean logarithmic = least > 0 && most / least >= LOGARITHMIC_FROM;
    return new Plot(new View.Chart(null, "", "", logarithmic, List.copyOf(series)));
  }

  /**
   * The places of a curve to draw: all of a short one; of a long one the first, the last, and from
   * each of equal stretches the least and the largest, so that no spike is lost.
   */
  private static int[] places(double[] curve) {
    if (curve.length <= 2 * STRETCHES) {
      return IntStream.range(0, curve.length).toArray();
    }
    IntStream.Builder places = IntStream.builder();
    for (int stretch = 0; stretch < STRETCHES; stretch++) {
      int from = (int) ((long) curve.length * stretch / STRETCHES);
      int to = (int) ((long) curve.length * (stretch + 1) / STRETCHES);
      int least = from;
      int most = from;
      for (int i = from; i < to; i++) {
        least = curve[i] < curve[least] ? i : least;
        most = curve[i] > curve[most] ? i : most;
      }
      places.add(Math.min(least, most)).add(Math.max(least, most));
    }
    return IntStream.concat(IntStream.of(0, curve.length - 1), places.build())
        .sorted()
        .distinct()
        .toArray();
  }

  /**
   * The curve of f over an interval.
   *
   * @throws NablaException if the interval is empty
   */
  public static Plot of(DoubleUnaryOperator f, double from, double to) {
    if (!(from < to) || Double.isInfinite(to - from)) {
      throw new NablaException(
          "plot: from "
              + Digits.typed(from)
              + " to "
              + Digits.typed(to)
              + " there is no interval. Give the smaller end first: plot(f, -5, 5).");
    }
    double[] x =
        IntStream.rangeClosed(0, POINTS)
            .mapToDouble(i -> from + (to - from) * i / POINTS)
            .toArray();
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = f.applyAsDouble(x[i]);
    }
    View.Series curve = new View.Series("", x, y, true);
    return new Plot(new View.Chart((Notation) null, "x", "", false, List.of(curve)));
  }

  @Override
  public String toString() {
    return Display.text(view);
  }
}
