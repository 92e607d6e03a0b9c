package dev.nabla.exercise;

import dev.nabla.matrix.Rounding;
import dev.nabla.matrix.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ejml.simple.SimpleMatrix;

/**
 * What counts as wrong. An answer of d decimals is wrong if one of its entries is farther from the
 * right one than
 *
 * <ul>
 *   <li>one unit of the last decimal, since an entry may be rounded or truncated, plus
 *   <li>what rounding or truncating every result on the way to d decimals moves that entry by;
 *       where this is more than 5 % of the largest entry, nothing,
 * </ul>
 *
 * and if it is not what comes out when every result on the way is rounded, or truncated, to 3, 4, 5
 * or 6 decimals. With more than 8 decimals it is wrong beyond 1e-9 of the largest entry. So a
 * mistake within the tolerance of a calculation by hand is not a wrong answer, and what is no
 * number at all is none. All of this is computed by the student of these tests, with nothing of the
 * exercises in it.
 */
final class ByHand {
  private static final int MOST_DECIMALS = 8;
  private static final double FARTHEST = 0.05;
  private final Map<String, SimpleMatrix> exact;
  private final Map<String, SimpleMatrix> changes;
  private final Calculation calculation;
  private final List<Map<String, SimpleMatrix>> onTheWay = new ArrayList<>();

  /** A whole calculation, every result rounded to so many decimals; -1 for none. */
  interface Calculation {
    Map<String, SimpleMatrix> with(int decimals, boolean truncates);
  }

  /**
   * A calculation.
   *
   * @param changes by how much a step of descent changes each parameter
   */
  ByHand(Calculation calculation, Map<String, SimpleMatrix> changes) {
    this.changes = changes;
    this.calculation = calculation;
    this.exact = calculation.with(-1, false);
    for (int decimals = 3; decimals <= 6; decimals++) {
      onTheWay.add(calculation.with(decimals, false));
      onTheWay.add(calculation.with(decimals, true));
    }
  }

  static ByHand of(Sheet sheet) {
    Map<String, SimpleMatrix> changes = new Student(sheet, Set.of(), -1, false).changes();
    return new ByHand((d, t) -> new Student(sheet, Set.of(), d, t).notes(), changes);
  }

  Map<String, SimpleMatrix> right() {
    return exact;
  }

  static int decimals(SimpleMatrix answer) {
    int most = 0;
    for (int i = 0; i < answer.getNumElements(); i++) {
      most =
          Math.max(
              most, new BigDecimal(Double.toString(answer.get(i))).stripTrailingZeros().scale());
    }
    return most;
  }

  /** The size beside which digits count: of new parameters, how far they moved. */
  double size(String name) {
    return changes.getOrDefault(name, exact.get(name)).elementMaxAbs();
  }

  boolean isWrong(String name, SimpleMatrix answer) {
    SimpleMatrix right = exact.get(name);
    if (answer.hasUncountable()) {
      return false;
    } else if (!Shape.same(answer, right)) {
      return true;
    }
    int decimals = decimals(answer);
    if (decimals > MOST_DECIMALS) {
      return answer.minus(right).elementMaxAbs() > 1e-9 * Math.max(1e-3, right.elementMaxAbs());
    }
    return isBeyondTheLastDigit(name, answer, decimals)
        && !isRoundedOnTheWay(name, answer, decimals);
  }

  private boolean isBeyondTheLastDigit(String name, SimpleMatrix answer, int decimals) {
    SimpleMatrix right = exact.get(name);
    double[] tolerance = new double[right.getNumElements()];
    for (boolean truncates : new boolean[] {false, true}) {
      SimpleMatrix moved = calculation.with(decimals, truncates).get(name).minus(right);
      for (int i = 0; i < tolerance.length && moved.elementMaxAbs() <= FARTHEST * size(name); i++) {
        tolerance[i] = Math.max(tolerance[i], Math.abs(moved.get(i)));
      }
    }
    for (int i = 0; i < tolerance.length; i++) {
      double off = Math.abs(answer.get(i) - right.get(i));
      if (off > (tolerance[i] + Math.pow(10, -decimals)) * (1 + 1e-9)) {
        return true;
      }
    }
    return false;
  }

  private boolean isRoundedOnTheWay(String name, SimpleMatrix answer, int decimals) {
    for (Map<String, SimpleMatrix> notes : onTheWay) {
      SimpleMatrix rounded = notes.get(name);
      SimpleMatrix clean = Rounding.round(rounded, 12);
      if (answer.isIdentical(Rounding.round(clean, decimals), 1e-12)
          || answer.isIdentical(Rounding.truncate(clean, decimals), 1e-12)) {
        return true;
      }
    }
    return false;
  }
}
