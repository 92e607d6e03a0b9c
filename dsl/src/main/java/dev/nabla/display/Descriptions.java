package dev.nabla.display;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;

/** What a drawing shows, in words: its plain text, and the full sentence beside the picture. */
final class Descriptions {
  private static final MathContext TWO_DIGITS = new MathContext(2);

  private Descriptions() {}

  static String of(View.Chart chart) {
    String kind = chart.logarithmic() ? "Chart with a logarithmic axis" : "Chart";
    return sentence(kind, chart.title(), chart.yTitle(), chart.xTitle(), chart.series());
  }

  static String of(View.Field field) {
    SimpleMatrix values = field.values();
    String size = values.getNumRows() + " x " + values.getNumCols();
    String kind = "Colors of " + size + " values from " + range(values);
    return sentence(kind, field.title(), field.yTitle(), field.xTitle(), field.points());
  }

  private static String sentence(
      String kind, Notation title, String yTitle, String xTitle, List<View.Series> series) {
    String named = title == null ? kind : kind + ", " + title.text();
    String axes = yTitle.isEmpty() || xTitle.isEmpty() ? "" : ", " + yTitle + " over " + xTitle;
    String shown = series.stream().map(Descriptions::line).collect(Collectors.joining("; "));
    return named + axes + (shown.isEmpty() ? "" : ": " + shown) + ".";
  }

  /** The plain text of a chart: a line for each series. */
  static String text(View.Chart chart) {
    String scale = chart.logarithmic() ? " (logarithmic)" : "";
    return lines(chart.title(), chart.yTitle() + scale + " over " + chart.xTitle(), chart.series());
  }

  static String text(View.Field field) {
    String vertical = field.yTitle() + " " + interval(field.bottom(), field.top());
    String horizontal = field.xTitle() + " " + interval(field.left(), field.right());
    String over = vertical + " over " + horizontal + ", values " + range(field.values());
    return lines(field.title(), over, field.points());
  }

  private static String interval(double low, double high) {
    return number(low) + " to " + number(high);
  }

  private static String lines(Notation title, String over, List<View.Series> series) {
    String first = title == null ? over : title.text() + ": " + over;
    return series.stream()
        .map(one -> "\n" + line(one))
        .collect(Collectors.joining("", first.strip(), ""));
  }

  /** {@code loss 0.134 -> 0.002, min 0.002, max 0.134}; of points how many there are. */
  private static String line(View.Series series) {
    double[] y = series.y();
    String name = series.name().isEmpty() ? "" : series.name() + " ";
    if (!series.joined() || y.length == 0) {
      return name + (y.length == 1 ? "1 point" : y.length + " points");
    }
    double[] finite = finite(y);
    String change = name + number(y[0]) + " -> " + number(y[y.length - 1]);
    return finite.length == 0
        ? change
        : change + ", min " + number(min(finite)) + ", max " + number(max(finite));
  }

  private static double[] finite(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).toArray();
  }

  private static double min(double[] values) {
    return Arrays.stream(values).min().orElse(Double.NaN);
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElse(Double.NaN);
  }

  private static String range(SimpleMatrix values) {
    double[] all = IntStream.range(0, values.getNumElements()).mapToDouble(values::get).toArray();
    return interval(min(finite(all)), max(finite(all)));
  }

  /** A number among words: few digits, the size kept. */
  static String number(double value) {
    Numbers numbers = Numbers.of(value);
    return numbers.shown(value) + (numbers.exponent() == 0 ? "" : "e" + numbers.exponent());
  }

  /** The plain text of a diagram: a line for each node with what goes into it. */
  static String text(View.Diagram diagram) {
    List<View.Node> nodes = diagram.nodes();
    String[] inputs = new String[nodes.size()];
    for (View.Edge edge : diagram.edges()) {
      String label = edge.label() == null ? "" : " (" + edge.label().text() + ")";
      String input = nodes.get(edge.from()).name().text() + label;
      inputs[edge.to()] = (inputs[edge.to()] == null ? " <- " : inputs[edge.to()] + ", ") + input;
    }
    StringBuilder out = new StringBuilder(diagram.description());
    for (int i = 0; i < inputs.length; i++) {
      View.Node node = nodes.get(i);
      out.append('\n').append(node.name().text());
      out.append(node.value() == null ? "" : ": " + node.value());
      out.append(node.gradient() == null ? "" : ", gradient " + node.gradient());
      out.append(inputs[i] == null ? "" : inputs[i]);
    }
    return out.toString();
  }

  /** {@code train: 1200 of 3000 epochs, 40 %, 5200 a second, 0.3 s left, loss 0.0123} */
  static String text(View.Progress progress) {
    String state = progress.task() + ": " + counts(progress);
    return progress.words().isEmpty() ? state : state + ", " + progress.words();
  }

  /** How far, how fast, how long. */
  static String counts(View.Progress progress) {
    long done = progress.done();
    long total = progress.total();
    StringBuilder counts = new StringBuilder();
    counts.append(done).append(" of ").append(total).append(' ').append(progress.unit());
    if (total > 0) {
      counts.append(", ").append(100 * done / total).append(" %");
    }
    if (done > 0 && progress.seconds() > 0) {
      double rate = done / progress.seconds();
      double left = (total - done) / rate;
      counts.append(", ").append(twoDigits(rate)).append(" a second, ");
      counts.append(done < total ? time(left) + " left" : time(progress.seconds()));
    }
    return counts.toString();
  }

  private static String time(double seconds) {
    long whole = Math.round(seconds);
    if (whole >= 3600) {
      return whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
    return whole >= 60 ? whole / 60 + " min " + whole % 60 + " s" : twoDigits(seconds) + " s";
  }

  private static String twoDigits(double value) {
    return new BigDecimal(value).round(TWO_DIGITS).stripTrailingZeros().toPlainString();
  }
}
