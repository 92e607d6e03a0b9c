package dev.nabla.display;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A finite number by its decimal digits, those that Java prints: {@code digits / 10^scale}.
 *
 * <p>A long holds them all, 17 at most, so that a table of numbers needs no {@link BigDecimal}.
 */
final class Decimal {
  private static final int MOST_DIGITS = 18;
  private static final long[] POWERS = new long[MOST_DIGITS + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i <= MOST_DIGITS; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
  }

  /** The number as Java prints it. */
  final String text;

  private final boolean negative;
  private long digits;
  private int scale;

  Decimal(double value) {
    text = Double.toString(value);
    negative = text.charAt(0) == '-';
    read();
    while (digits != 0 && digits % 10 == 0) {
      digits /= 10;
      scale--;
    }
    scale = digits == 0 ? 0 : scale;
  }

  private void read() {
    boolean point = false;
    for (int i = negative ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        point = true;
      } else if (c == 'E') {
        scale -= Integer.parseInt(text.substring(i + 1));
        return;
      } else {
        digits = 10 * digits + (c - '0');
        scale += point ? 1 : 0;
      }
    }
  }

  boolean isZero() {
    return digits == 0;
  }

  /** How many decimals it has; negative for whole numbers that end in zeros. */
  int scale() {
    return scale;
  }

  /** The power of ten of its first digit. */
  int exponent() {
    return precision() - scale - 1;
  }

  private int precision() {
    int precision = 1;
    while (precision < POWERS.length && digits >= POWERS[precision]) {
      precision++;
    }
    return precision;
  }

  /**
   * The number divided by {@code 10^exponent} with so many decimals, a half rounded away from zero.
   */
  String shown(int exponent, int decimals) {
    int dropped = scale + exponent - decimals;
    if (dropped >= 0) {
      return written(
          dropped > MOST_DIGITS ? 0 : (digits / POWERS[dropped] + half(dropped)), decimals);
    }
    if (precision() - dropped <= MOST_DIGITS) {
      return written(digits * POWERS[-dropped], decimals);
    }
    BigDecimal exact = new BigDecimal(text).movePointLeft(exponent);
    return exact.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /** 1 if what is dropped is at least half of a unit. */
  private long half(int dropped) {
    return dropped > 0 && digits % POWERS[dropped] >= POWERS[dropped] / 2 ? 1 : 0;
  }

  private String written(long unscaled, int decimals) {
    StringBuilder out = new StringBuilder(24);
    out.append(unscaled);
    if (decimals > 0) {
      while (out.length() <= decimals) {
        out.insert(0, '0');
      }
      out.insert(out.length() - decimals, '.');
    }
    if (negative && unscaled != 0) {
      out.insert(0, '-');
    }
    return out.toString();
  }
}
