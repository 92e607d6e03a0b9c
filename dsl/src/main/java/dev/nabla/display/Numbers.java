package dev.nabla.display;

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
    Decimal[] finite = new Decimal[values.length];
    for (int i = 0; i < values.length; i++) {
      finite[i] = Double.isFinite(values[i]) ? new Decimal(values[i]) : null;
    }
    return of(values, finite);
  }

  /**
   * The same where the digits are known already.
   *
   * @param decimals one for each value; null where it is not finite
   */
  static Numbers of(double[] values, Decimal[] decimals) {
    double largest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    int scale = 0;
    int exponent = Integer.MIN_VALUE;
    for (int i = 0; i < values.length; i++) {
      if (decimals[i] != null && values[i] != 0) {
        largest = Math.max(largest, Math.abs(values[i]));
        smallest = Math.min(smallest, Math.abs(values[i]));
        scale = Math.max(scale, decimals[i].scale());
        exponent = Math.max(exponent, decimals[i].exponent());
      }
    }
    int most = mostDecimals;
    boolean exact = scale <= most && largest < LONGEST_EXACT;
    boolean tooLarge = largest >= LARGE;
    boolean tooSmall = smallest < SMALL && largest < SMALL_THROUGHOUT;
    if (exact || !(tooLarge || tooSmall)) {
      return new Numbers(0, Math.min(scale, most));
    }
    int needed = 0;
    for (int i = 0; i < values.length; i++) {
      if (decimals[i] != null && values[i] != 0) {
        needed = Math.max(needed, decimals[i].scale() + exponent);
      }
    }
    return new Numbers(exponent, Math.min(needed, most));
  }

  /** The power of ten that every shown entry is to be multiplied by; 0 for none. */
  int exponent() {
    return exponent;
  }

  /** An entry as shown, without the shared power of ten. */
  String shown(double value) {
    return Double.isFinite(value) ? shown(new Decimal(value)) : full(value);
  }

  String shown(Decimal value) {
    return value.shown(exponent, decimals);
  }

  /** Whether the shown entry hides digits of the value. */
  boolean rounds(Decimal value) {
    return !value.isZero() && value.scale() + exponent > decimals;
  }

  /** A number alone, with every digit, as Java prints it; infinities in short words. */
  static String full(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "+inf" : "-inf";
    }
    return value == 0 ? "0.0" : Double.toString(value);
  }
}
