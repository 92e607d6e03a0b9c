package dev.nabla.display;

/** Numbers as small fractions: 0.333... is 1/3. */
final class Fractions {
  private static final long LARGEST_DENOMINATOR = 999;
  private static final double TOLERANCE = 1e-12;
  private static final double LARGEST = 1e9;

  private Fractions() {}

  /** The fraction of a small denominator that is this number up to rounding, or null. */
  static String of(double value) {
    if (!(Math.abs(value) < LARGEST)) {
      return null;
    }
    // continued fraction: each pair (numerator, denominator) is the best one so far
    long numerator = 1;
    long denominator = 0;
    long previousNumerator = 0;
    long previousDenominator = 1;
    double rest = Math.abs(value);
    while (true) {
      long whole = (long) Math.floor(rest);
      long nextNumerator = whole * numerator + previousNumerator;
      long nextDenominator = whole * denominator + previousDenominator;
      if (nextDenominator > LARGEST_DENOMINATOR) {
        return null;
      }
      previousNumerator = numerator;
      previousDenominator = denominator;
      numerator = nextNumerator;
      denominator = nextDenominator;
      double error = Math.abs((double) numerator / denominator - Math.abs(value));
      if (error <= TOLERANCE * Math.abs(value)) {
        String sign = value < 0 ? "-" : "";
        return sign + numerator + (denominator == 1 ? "" : "/" + denominator);
      }
      rest = 1 / (rest - whole);
    }
  }
}
