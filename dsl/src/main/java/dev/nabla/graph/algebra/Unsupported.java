package dev.nabla.graph.algebra;

import dev.nabla.message.NablaException;

/** What has no formula here, with the way to the number instead. */
public final class Unsupported {
  /** Formulas with more parts than this are not written out. */
  public static final int LONGEST = 2000;

  private static final int MOST_BITS = 1000;

  private Unsupported() {}

  static NablaException derivative(Expression of) {
    return new NablaException(
        "derivative: no formula is known here for the derivative of "
            + of
            + ". Its numbers: at(...).backward().");
  }

  /** Returns the formula; throws a NablaException if it is too long to be read by anyone. */
  public static Expression unlessTooLong(Expression formula) {
    if (formula.size() > LONGEST || hasLongNumber(formula)) {
      throw new NablaException(
          "derivative: this formula is too long to be written out."
              + " at(...).backward() gives its numbers.");
    }
    return formula;
  }

  private static boolean hasLongNumber(Expression formula) {
    if (formula instanceof Constant constant) {
      Rational value = constant.value();
      return value.numerator().bitLength() + value.denominator().bitLength() > MOST_BITS;
    }
    return formula.inputs().stream().anyMatch(Unsupported::hasLongNumber);
  }
}
