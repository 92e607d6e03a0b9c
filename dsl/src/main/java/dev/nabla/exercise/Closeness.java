package dev.nabla.exercise;

import dev.nabla.exercise.work.Rule;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Work;
import dev.nabla.matrix.Rounding;
import dev.nabla.matrix.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ejml.simple.SimpleMatrix;

/**
 * Whether an answer is a value, given the digits it was written with.
 *
 * <p>An answer of d decimals is a value if it is the value rounded or truncated to d decimals; the
 * numbers on the way may have been rounded or truncated to d decimals too, as on paper.
 */
final class Closeness {
  /** Relative difference that floating point alone explains. */
  static final double NOISE = 1e-9;

  /** More decimals than this are no hand calculation. */
  static final int MOST_DECIMALS = 8;

  /** The last digit must be at least this small beside the largest entry: two digits that count. */
  private static final double COARSEST = 0.05;

  private static final int EXACT_DECIMALS = 12;

  /** An answer of fewer digits that count must be as near as this share of the largest entry. */
  private static final double NEAR = 0.01;

  /** How many answers there must be for each value that is tried. */
  private static final double CHANCE = 20;

  /** Rounding on the way may move a result by this share of its largest entry. */
  private static final double FARTHEST = 0.05;

  private static final int FEWEST_ON_THE_WAY = 3;
  private static final int MOST_ON_THE_WAY = 6;

  private final SimpleMatrix answer;
  private final SimpleMatrix right;
  private final int decimals;
  private final double lastDigit;
  private final double[] band;

  /** Where a step of descent starts: its answers are judged by how far they moved. */
  private final SimpleMatrix start;

  private final List<SimpleMatrix> onTheWay = new ArrayList<>();

  /**
   * An answer to a question.
   *
   * @param step the quantity that is asked
   * @param work the calculation whose value is the right one
   */
  Closeness(SimpleMatrix answer, Step step, Work work) {
    this.answer = answer;
    this.right = work.value(step.name());
    this.start = step.kind() == Step.Kind.UPDATE ? work.value(step.like()) : null;
    this.decimals = decimals(answer);
    this.lastDigit = decimals > MOST_DECIMALS ? 0 : Math.pow(10, -decimals);
    this.band = new double[right.getNumElements()];
    for (int digits = FEWEST_ON_THE_WAY; digits <= MOST_ON_THE_WAY; digits++) {
      reworkWith(digits, step, work);
    }
    if (step.right().has(Rule.Differentiated.class)) {
      allowForTheInside();
    }
  }

  /**
   * Inside a function nobody sees which numbers were rounded: a unit of the last digit times the
   * entry, and at least one unit.
   */
  private void allowForTheInside() {
    boolean onPaper = FEWEST_ON_THE_WAY <= decimals && decimals <= MOST_DECIMALS;
    double noise = noise(right.elementMaxAbs());
    for (int i = 0; i < band.length && onPaper; i++) {
      double unit = lastDigit * Math.max(1, Math.abs(right.get(i)));
      if (!isWhole(right.get(i), noise) && unit <= FARTHEST * largest(right)) {
        band[i] = Math.max(band[i], unit);
      }
    }
  }

  private void reworkWith(int digits, Step step, Work work) {
    for (boolean truncated : new boolean[] {false, true}) {
      UnaryOperator<SimpleMatrix> cut = m -> cut(m, digits, truncated);
      for (Work way : List.of(work.rounded(cut), work.roundedInside(cut))) {
        SimpleMatrix reworked = way.value(step.name(), step.right());
        SimpleMatrix moved = reworked.minus(right);
        if (moved.elementMaxAbs() > FARTHEST * largest(right)) {
          continue;
        }
        onTheWay.add(cut.apply(reworked));
        if (digits <= decimals) {
          onTheWay.add(reworked);
        }
        for (int i = 0; i < band.length && digits == decimals; i++) {
          band[i] = Math.max(band[i], Math.abs(moved.get(i)));
        }
      }
    }
  }

  private static SimpleMatrix cut(SimpleMatrix m, int digits, boolean truncated) {
    // 0.018 may be a double just below it, and is still 0.018 on paper.
    return truncated
        ? Rounding.truncate(Rounding.round(m, EXACT_DECIMALS), digits)
        : Rounding.round(m, digits);
  }

  /** The size beside which digits count. */
  private double largest(SimpleMatrix value) {
    return start != null && Shape.same(start, value)
        ? value.minus(start).elementMaxAbs()
        : value.elementMaxAbs();
  }

  /** The number of decimals of the entry that has most. */
  static int decimals(SimpleMatrix m) {
    int most = 0;
    for (int i = 0; i < m.getNumElements(); i++) {
      most = Math.max(most, BigDecimal.valueOf(m.get(i)).stripTrailingZeros().scale());
    }
    return most;
  }

  int decimals() {
    return decimals;
  }

  /** Whether the answer is a value up to the noise of floating point. */
  boolean isExactly(SimpleMatrix value) {
    return areEqual(answer, value);
  }

  /** Whether two matrices are equal up to the noise of floating point. */
  static boolean areEqual(SimpleMatrix answer, SimpleMatrix value) {
    if (!Shape.same(answer, value)) {
      return false;
    }
    double noise = noise(value.elementMaxAbs());
    for (int i = 0; i < answer.getNumElements(); i++) {
      if (!(Math.abs(answer.get(i) - value.get(i)) <= noise)) {
        return false;
      }
    }
    return true;
  }

  private static double noise(double largest) {
    return NOISE * Math.max(largest, 1e-3);
  }

  /** Whether the answer is the right value in the digits it has. */
  boolean isRightInItsDigits() {
    return isNear(right) || onTheWay.stream().anyMatch(this::isWritten);
  }

  /** Whether the answer is a value in the digits it has. */
  boolean isNear(SimpleMatrix value) {
    if (!Shape.same(answer, value)) {
      return false;
    }
    double largest = largest(value);
    for (int i = 0; i < answer.getNumElements(); i++) {
      double off = Math.abs(answer.get(i) - value.get(i));
      // Most values are far off, and that is seen without looking at digits.
      if (!(off <= most(value, i, largest)) || off > allowed(value, i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether one entry of the answer is right in the digits it has. */
  boolean isEntryRight(int i) {
    return Math.abs(answer.get(i) - right.get(i)) <= allowed(right, i);
  }

  /** Whether one entry has the right size and the wrong sign. */
  boolean isTurned(int i) {
    return Math.abs(answer.get(i) + right.get(i)) <= allowed(right, i);
  }

  /** Whether the answer is right but for two rows, or two columns, in each other's place. */
  boolean isExchanged(int first, int second, boolean rows) {
    SimpleMatrix turned = right.copy();
    int length = rows ? right.getNumCols() : right.getNumRows();
    for (int k = 0; k < length; k++) {
      double one = rows ? right.get(first, k) : right.get(k, first);
      double other = rows ? right.get(second, k) : right.get(k, second);
      turned.set(rows ? first : k, rows ? k : first, other);
      turned.set(rows ? second : k, rows ? k : second, one);
    }
    return isNear(turned);
  }

  private double allowed(SimpleMatrix value, int i) {
    double largest = largest(value);
    double noise = noise(value.elementMaxAbs());
    return isWhole(value.get(i), noise)
        ? noise + onTheWay(value, i, largest)
        : most(value, i, largest);
  }

  /** What is allowed for a number that had to be rounded. */
  private double most(SimpleMatrix value, int i, double largest) {
    double digit = lastDigit > COARSEST * largest ? NEAR * largest : lastDigit;
    return noise(value.elementMaxAbs()) + onTheWay(value, i, largest) + digit;
  }

  private double onTheWay(SimpleMatrix value, int i, double largest) {
    return Shape.same(value, right) ? band[i] * scaleOf(largest) : 0;
  }

  /** Rounding on the way grows with the numbers it happens to. */
  private double scaleOf(double largest) {
    double ofRight = largest(right);
    return ofRight == 0 ? 1 : Math.max(1, largest / ofRight);
  }

  /** Whether a number needs no more decimals than the answer has. */
  private boolean isWhole(double x, double noise) {
    return Math.abs(x - Rounding.round(x, decimals)) <= noise;
  }

  /** Whether the answer is a value with its last digits dropped. */
  private boolean isWritten(SimpleMatrix value) {
    return isExactly(value)
        || decimals <= MOST_DECIMALS
            && lastDigit <= COARSEST * largest(value)
            && (isExactly(cut(value, decimals, false)) || isExactly(cut(value, decimals, true)));
  }

  /**
   * With how many values an answer may be compared so that it hardly ever equals one by chance.
   *
   * <p>Of 12 these are 1, of 3.631 they are 363; of a matrix of four digits in every entry, more
   * than there are.
   */
  int capacity() {
    double log = 0;
    double digit = Math.max(lastDigit, NOISE * answer.elementMaxAbs());
    Set<Double> different = new HashSet<>();
    for (int i = 0; i < answer.getNumElements(); i++) {
      double size = Math.abs(answer.get(i));
      if (size > digit && different.add(size)) {
        log += Math.log10(2 * size / digit);
      }
    }
    return (int) (Math.pow(10, log) / CHANCE);
  }

  /** Whether the answer would be right if so few digits could tell. */
  boolean isTooCoarse() {
    double largest = largest(right);
    if (lastDigit <= COARSEST * largest || lastDigit > 10 * largest || !Shape.same(answer, right)) {
      return false;
    }
    boolean zero = answer.elementMaxAbs() == 0;
    for (int i = 0; i < answer.getNumElements(); i++) {
      double off = Math.abs(answer.get(i) - right.get(i));
      boolean whole = isWhole(right.get(i), noise(right.elementMaxAbs()));
      if (off > (whole ? noise(right.elementMaxAbs()) : lastDigit)) {
        return false;
      }
    }
    return !zero || largest < lastDigit;
  }

  /** Whether a value could be told from the right one in the digits of the answer. */
  boolean differs(SimpleMatrix value) {
    if (!Shape.same(value, right)) {
      return true;
    }
    for (int i = 0; i < value.getNumElements(); i++) {
      if (Math.abs(value.get(i) - right.get(i)) > allowed(right, i)) {
        return true;
      }
    }
    return false;
  }
}
