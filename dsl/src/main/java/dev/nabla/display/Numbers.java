package dev.nabla.display;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * One number format for all entries of a matrix, so that decimal points stand below each other.
 *
 * <p>The fewest decimals that show every entry exactly; if none up to {@link #mostDecimals} does,
 * that many, rounded half away from zero as on paper. Entries too large or too small for that share
 * a power of ten.
 *
 * <pre>{@code
 * Numbers.of(0.5, 0.25).shown(0.5)        // 0.50
 * Numbers.of(2e-5, 1e-6).exponent()       // -5
 * }</pre>
 */
final class Numbers {
  private static final int USUAL_DECIMALS = 4;

  /** Exact entries below this are written out; larger ones share a power of ten. */
  private static final double LONGEST_EXACT = 1e9;

  private static final double LARGE = 1e5;
  private static final double SMALL = 1e-3;

  /** Below this largest entry, a shared power of ten gains digits. */
  private static final double SMALL_THROUGHOUT = 0.1;

  private static volatile int mostDecimals = USUAL_DECIMALS;

  private final int exponent;
  private final int decimals;

  private Numbers(int exponent, int decimals) {
    this.exponent = exponent;
    this.decimals = decimals;
  }

  /** Sets how many decimals a rounded entry shows, for all matrices from now on. */
  static void useDecimals(int decimals) {
    mostDecimals = decimals;
  }

  static void useUsualDecimals() {
    mostDecimals = USUAL_DECIMALS;
  }

  static Numbers of(double... values) {
    List<BigDecimal> finite = new ArrayList<>(values.length);
    double largest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (double value : values) {
      if (Double.isFinite(value) && value != 0) {
        finite.add(BigDecimal.valueOf(value));
        largest = Math.max(largest, Math.abs(value));
        smallest = Math.min(smallest, Math.abs(value));
      }
    }
    int most = mostDecimals;
    int needed = decimalsNeeded(finite, 0);
    boolean exact = needed <= most && largest < LONGEST_EXACT;
    boolean tooLarge = largest >= LARGE;
    boolean tooSmall = smallest < SMALL && largest < SMALL_THROUGHOUT;
    if (exact || !(tooLarge || tooSmall)) {
      return new Numbers(0, Math.min(needed, most));
    }
    int exponent = exponentOf(largest);
    return new Numbers(exponent, Math.min(decimalsNeeded(finite, exponent), most));
  }

  private static int decimalsNeeded(List<BigDecimal> values, int exponent) {
    int needed = 0;
    for (BigDecimal value : values) {
      needed = Math.max(needed, value.stripTrailingZeros().scale() + exponent);
    }
    return needed;
  }

  private static int exponentOf(double value) {
    BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
    return decimal.precision() - decimal.scale() - 1;
  }

  /** The power of ten that every shown entry is to be multiplied by; 0 for none. */
  int exponent() {
    return exponent;
  }

  /** An entry as shown, without the shared power of ten. */
  String shown(double value) {
    if (!Double.isFinite(value)) {
      return full(value);
    }
    BigDecimal rounded = rounded(value);
    return (rounded.signum() == 0 ? rounded.abs() : rounded).toPlainString();
  }

  /** Whether the shown entry hides digits of the value. */
  boolean rounds(double value) {
    return Double.isFinite(value)
        && rounded(value).movePointRight(exponent).compareTo(BigDecimal.valueOf(value)) != 0;
  }

  private BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value)
        .movePointLeft(exponent)
        .setScale(decimals, RoundingMode.HALF_UP);
  }

  /** A number alone, with every digit, as Java prints it; infinities in short words. */
  static String full(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "+inf" : "-inf";
    }
    return value == 0 ? "0.0" : Double.toString(value);
  }
}
