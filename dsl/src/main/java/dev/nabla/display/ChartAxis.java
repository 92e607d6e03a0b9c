package dev.nabla.display;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** One axis of a chart: from values to places, with round numbers as ticks. */
final class ChartAxis {
  private static final int TICKS = 5;
  private static final double ROOM = 0.04;

  private final double low;
  private final double high;
  private final boolean logarithmic;

  private ChartAxis(double low, double high, boolean logarithmic) {
    this.low = low;
    this.high = high;
    this.logarithmic = logarithmic;
  }

  /** An axis from exactly low to high; it runs down where low is the larger one, as rows do. */
  static ChartAxis between(double low, double high) {
    return new ChartAxis(low, high, false);
  }

  /** An axis that holds all the values that can be shown on it, with a little room around them. */
  static ChartAxis around(double[] values, boolean logarithmic) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      double shown = logarithmic ? Math.log10(value) : value;
      if (Double.isFinite(shown)) {
        low = Math.min(low, shown);
        high = Math.max(high, shown);
      }
    }
    if (low > high) {
      return new ChartAxis(0, 1, logarithmic);
    }
    double room = high == low ? Math.max(0.5, Math.abs(low) * 0.1) : (high - low) * ROOM;
    return new ChartAxis(low - room, high + room, logarithmic);
  }

  /** Where a value stands between 0 and 1; not finite if it cannot be shown. */
  double place(double value) {
    return ((logarithmic ? Math.log10(value) : value) - low) / (high - low);
  }

  /** The values with a tick. */
  double[] ticks() {
    double step = step();
    List<Double> ticks = new ArrayList<>();
    for (double k = Math.ceil(Math.min(low, high) / step); k * step <= Math.max(low, high); k++) {
      ticks.add(logarithmic ? Math.pow(10, k * step) : clean(k * step));
    }
    return ticks.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** 1, 2 or 5 times a power of ten; at least one whole power on a logarithmic axis. */
  private double step() {
    double raw = Math.abs(high - low) / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double digit = raw / power;
    double step = (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
    return logarithmic ? Math.max(1, Math.rint(step)) : step;
  }

  /** A tick without the error of its multiplication, so that it needs few decimals. */
  private static double clean(double tick) {
    return new BigDecimal(tick).round(new MathContext(7)).doubleValue();
  }

  /** What the ticks say: numbers in one format, powers of ten on a logarithmic axis. */
  List<Notation> labels() {
    double[] ticks = ticks();
    Numbers numbers = Numbers.of(ticks);
    List<Notation> labels = new ArrayList<>();
    for (double tick : ticks) {
      labels.add(logarithmic ? powerOfTen(tick) : Notation.of(numbers.shown(tick)));
    }
    return labels;
  }

  private static Notation powerOfTen(double tick) {
    return Notation.powerOfTen((int) Math.round(Math.log10(tick)));
  }

  /** The power of ten that all numbers at the ticks share. */
  int exponent() {
    return logarithmic ? 0 : Numbers.of(ticks()).exponent();
  }
}
