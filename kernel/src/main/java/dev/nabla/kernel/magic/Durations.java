package dev.nabla.kernel.magic;

import java.util.Locale;

/** Times as a person reads them. */
final class Durations {
  private static final String[] UNITS = {"ns", "µs", "ms", "s"};

  private Durations() {}

  /** Three digits and a unit: {@code 12.3 ms}. */
  static String text(double nanos) {
    double value = nanos;
    int unit = 0;
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f %s", value, UNITS[unit]);
  }
}
