package dev.nabla.matrix;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers inside sentences and formulas. */
public final class Digits {
  private static final MathContext THREE = new MathContext(3);
  private static final MathContext FOUR = new MathContext(4);

  private Digits() {}

  /** As a person types it: {@code 5} and {@code 0.5}, never {@code 5.0}. */
  public static String typed(double x) {
    if (x == Math.rint(x) && Math.abs(x) < 1e15) {
      return String.format(Locale.ROOT, "%d", (long) x);
    }
    return Double.toString(x);
  }

  /** Four significant digits, written out down to a millionth: {@code 0.00001}, {@code 1e-9}. */
  static String plain(double x) {
    return x >= 1e-6 && x < 1e6
        ? BigDecimal.valueOf(x).round(FOUR).stripTrailingZeros().toPlainString()
        : four(x);
  }

  /** Three significant digits: {@code 0.134}, {@code 2.4e-21}. */
  public static String three(double x) {
    return significant(x, THREE);
  }

  /** Four significant digits. */
  public static String four(double x) {
    return significant(x, FOUR);
  }

  private static String significant(double x, MathContext digits) {
    if (!Double.isFinite(x) || x == 0) {
      return x == 0 ? "0" : Double.toString(x);
    }
    BigDecimal rounded = BigDecimal.valueOf(x).round(digits).stripTrailingZeros();
    if (Math.abs(x) >= 1e-4 && Math.abs(x) < 1e6) {
      return rounded.toPlainString();
    }
    int exponent = rounded.precision() - rounded.scale() - 1;
    return rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
  }
}
