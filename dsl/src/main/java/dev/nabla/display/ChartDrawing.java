package dev.nabla.display;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Curves and points over two axes as SVG. */
final class ChartDrawing {
  /** Longer curves are drawn by the extremes of so many stretches. */
  private static final int STRETCHES = 600;

  private ChartDrawing() {}

  static Svg draw(View.Chart chart) {
    ChartAxis x = ChartAxis.around(all(chart.series(), View.Series::x), false);
    ChartAxis y = ChartAxis.around(all(chart.series(), View.Series::y), chart.logarithmic());
    Frame frame =
        new Frame(
            chart.title(),
            Descriptions.of(chart),
            x,
            y,
            chart.xTitle(),
            chart.yTitle(),
            Frame.USUAL_WIDTH,
            chart.series());
    for (int i = 0; i < chart.series().size(); i++) {
      series(frame, chart.series().get(i), i);
    }
    return frame.svg;
  }

  private static double[] all(List<View.Series> series, Function<View.Series, double[]> values) {
    return series.stream().flatMapToDouble(s -> Arrays.stream(values.apply(s))).toArray();
  }

  static void series(Frame frame, View.Series series, int index) {
    if (series.joined()) {
      String path = path(frame, series);
      if (!path.isEmpty()) {
        frame.line(path, index);
      }
      return;
    }
    for (int k = 0; k < series.x().length; k++) {
      double x = frame.pixelX(series.x()[k]);
      double y = frame.pixelY(series.y()[k]);
      if (Double.isFinite(x) && Double.isFinite(y)) {
        frame.point(x, y, index);
      }
    }
  }

  /** The curve; it has a gap where there is no number to show. */
  private static String path(Frame frame, View.Series series) {
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int k : kept(series.y())) {
      double x = frame.pixelX(series.x()[k]);
      double y = frame.pixelY(series.y()[k]);
      boolean shown = Double.isFinite(x) && Double.isFinite(y);
      if (shown) {
        path.append(pen ? 'L' : 'M').append(Svg.number(x)).append(' ').append(Svg.number(y));
      }
      pen = shown;
    }
    return path.toString();
  }

  /** All points of a short curve; of a long one the lowest and highest point of each stretch. */
  private static int[] kept(double[] y) {
    int[] kept = new int[Math.min(y.length, 2 * STRETCHES)];
    if (y.length <= kept.length) {
      Arrays.setAll(kept, k -> k);
      return kept;
    }
    for (int s = 0; s < STRETCHES; s++) {
      int from = (int) ((long) s * y.length / STRETCHES);
      int to = (int) ((long) (s + 1) * y.length / STRETCHES);
      int low = from;
      int high = from;
      for (int k = from; k < to; k++) {
        low = y[k] < y[low] ? k : low;
        high = y[k] > y[high] ? k : high;
      }
      kept[2 * s] = Math.min(low, high);
      kept[2 * s + 1] = Math.max(low, high);
    }
    return kept;
  }
}
