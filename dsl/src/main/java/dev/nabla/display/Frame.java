package dev.nabla.display;

import java.util.List;

/**
 * The frame of a chart: title, two axes with ticks, a legend on the right, points and lines in it.
 */
final class Frame {
  static final double USUAL_WIDTH = 400;
  private static final double HEIGHT = 220;
  private static final double SIZE = 12;
  private static final double LINE = 18;
  private static final double LEGEND_SIGN = 44;

  /** Told apart without red and green; used again, with other dashes, after the last. */
  private static final String[] COLORS = {"#1f5fa8", "#b45309", "#15803d", "#9d174d", "#444444"};

  private static final String[] DASHES = {"", "7 4", "2 3", "9 3 2 3", "12 5", "4 2"};

  final Svg svg;
  final double left;
  final double top;
  final double width;
  final double height = HEIGHT;
  private final ChartAxis x;
  private final ChartAxis y;

  /**
   * @param legend the series that get a line in the legend, those without a name excepted
   */
  Frame(
      Notation title,
      String description,
      ChartAxis x,
      ChartAxis y,
      String xTitle,
      String yTitle,
      double width,
      List<View.Series> legend) {
    this.x = x;
    this.y = y;
    this.width = width;
    double tickWidth = y.labels().stream().mapToDouble(l -> Scripts.width(l, SIZE)).max().orElse(0);
    Notation yWords = withPower(yTitle, y);
    this.left = 14 + (yWords.html().isEmpty() ? 0 : LINE) + tickWidth + 8;
    this.top = title == null ? 16 : 16 + LINE;
    double right = left + width + legendWidth(legend) + 20;
    this.svg = new Svg(right, top + height + 2 * LINE + 12, description);
    if (title != null) {
      svg.text(left, 18, 13, "start", Svg.INK, title);
    }
    ticks();
    double bottom = top + height;
    svg.line(left, top, left, bottom, Svg.FAINT);
    svg.line(left, bottom, left + width, bottom, Svg.FAINT);
    svg.text(left + width / 2, bottom + 14 + LINE, SIZE, "middle", Svg.INK, withPower(xTitle, x));
    svg.turnedText(20, top + height / 2, SIZE, Svg.INK, yWords);
    legend(legend);
  }

  private static double legendWidth(List<View.Series> legend) {
    return legend.stream()
        .filter(series -> !series.name().isEmpty())
        .mapToDouble(series -> Scripts.width(Notation.of(series.name()), SIZE) + LEGEND_SIGN)
        .max()
        .orElse(0);
  }

  private static Notation withPower(String title, ChartAxis axis) {
    Notation words = Symbols.of(title);
    int exponent = axis.exponent();
    return exponent == 0
        ? words
        : Notation.join(words, Notation.of("×"), Notation.powerOfTen(exponent));
  }

  private void ticks() {
    double bottom = top + height;
    double[] xTicks = x.ticks();
    double[] yTicks = y.ticks();
    List<Notation> xLabels = x.labels();
    List<Notation> yLabels = y.labels();
    for (int i = 0; i < xTicks.length; i++) {
      double at = left + x.place(xTicks[i]) * width;
      svg.line(at, top, at, bottom + 4, "#e5e5e5");
      svg.text(at, bottom + 13, SIZE, "middle", Svg.FAINT, xLabels.get(i));
    }
    for (int i = 0; i < yTicks.length; i++) {
      double at = bottom - y.place(yTicks[i]) * height;
      svg.line(left - 4, at, left + width, at, "#e5e5e5");
      svg.text(left - 8, at, SIZE, "end", Svg.FAINT, yLabels.get(i));
    }
  }

  private void legend(List<View.Series> series) {
    double signs = left + width + 14;
    for (int i = 0; i < series.size(); i++) {
      if (!series.get(i).name().isEmpty()) {
        double at = top + 8 + i * LINE;
        if (series.get(i).joined()) {
          line("M" + Svg.number(signs) + " " + Svg.number(at) + "h22", i);
        } else {
          point(signs + 11, at, i);
        }
        svg.text(signs + 28, at, SIZE, "start", Svg.INK, Notation.of(series.get(i).name()));
      }
    }
  }

  /** The pixel of a value, or NaN if it is outside. */
  double pixelX(double value) {
    return pixel(x.place(value), left, width);
  }

  double pixelY(double value) {
    return pixel(1 - y.place(value), top, height);
  }

  private static double pixel(double place, double start, double length) {
    boolean inside = place >= -1e-9 && place <= 1 + 1e-9;
    return inside ? start + place * length : Double.NaN;
  }

  /** A line in the manner of series number i. */
  void line(String path, int i) {
    svg.element("path").with("d", path).with("fill", "none").with("stroke", color(i));
    svg.with("stroke-width", "1.8").with("stroke-linejoin", "round");
    if (i % DASHES.length > 0) {
      svg.with("stroke-dasharray", DASHES[i % DASHES.length]);
    }
    svg.end();
  }

  private static String color(int i) {
    return COLORS[i % COLORS.length];
  }

  /** A point in the manner of series number i: each kind has a shape and a color of its own. */
  void point(double px, double py, int i) {
    String shape =
        switch (i % 4) {
          case 0 -> "m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z";
          case 1 -> "m-4 -4h8v8h-8z";
          case 2 -> "m0 -5l5 9h-10z";
          default -> "m0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z";
        };
    svg.element("path").with("d", "M" + Svg.number(px) + " " + Svg.number(py) + shape);
    svg.with("fill", color(i)).with("stroke", "#ffffff").end();
  }
}
