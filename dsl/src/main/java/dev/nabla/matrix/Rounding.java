package dev.nabla.matrix;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.ejml.simple.SimpleMatrix;

/**
 * Numbers cut to a count of decimals, as worksheets print them.
 *
 * <p>Both work on the decimal digits Java prints, so {@code round(0.285, 2)} is 0.29 although the
 * double nearest to 0.285 lies below it.
 */
public final class Rounding {
  private Rounding() {}

  /** To the nearest; a half goes away from zero. */
  public static double round(double x, int decimals) {
    return cut(x, decimals, RoundingMode.HALF_UP);
  }

  /** Each entry to the nearest; a half goes away from zero. */
  public static SimpleMatrix round(SimpleMatrix m, int decimals) {
    return cut(m, decimals, RoundingMode.HALF_UP);
  }

  /** Digits after the last decimal dropped. */
  public static double truncate(double x, int decimals) {
    return cut(x, decimals, RoundingMode.DOWN);
  }

  /** Each entry with the digits after the last decimal dropped. */
  public static SimpleMatrix truncate(SimpleMatrix m, int decimals) {
    return cut(m, decimals, RoundingMode.DOWN);
  }

  private static double cut(double x, int decimals, RoundingMode mode) {
    return Double.isFinite(x) ? BigDecimal.valueOf(x).setScale(decimals, mode).doubleValue() : x;
  }

  private static SimpleMatrix cut(SimpleMatrix m, int decimals, RoundingMode mode) {
    SimpleMatrix result = m.copy();
    for (int i = 0; i < result.getNumElements(); i++) {
      result.set(i, cut(result.get(i), decimals, mode));
    }
    return m instanceof Quantity q ? q.with(result) : result;
  }
}
