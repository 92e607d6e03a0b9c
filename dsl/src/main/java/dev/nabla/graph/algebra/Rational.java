package dev.nabla.graph.algebra;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * An exact fraction in lowest terms, denominator positive.
 *
 * <pre>{@code
 * Rational.parse("0.25").plus(Rational.of(1, 2))   // 3/4
 * }</pre>
 */
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {
  public static final Rational ZERO = of(0, 1);
  public static final Rational ONE = of(1, 1);
  private static final BigInteger EXACT = BigInteger.ONE.shiftLeft(53);
  private static final int LARGEST_SCALE = 400;
  private static final MathContext DIGITS = new MathContext(40);

  /** Throws {@link ArithmeticException} if the denominator is 0. */
  public Rational {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    if (!divisor.equals(BigInteger.ONE)) {
      numerator = numerator.divide(divisor);
      denominator = denominator.divide(divisor);
    }
  }

  public static Rational of(long numerator, long denominator) {
    return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  public static Rational of(long value) {
    return of(value, 1);
  }

  public static Rational of(BigInteger value) {
    return new Rational(value, BigInteger.ONE);
  }

  /** A decimal number such as {@code 0.5} or {@code 1e-3}; null if it is too large or too small. */
  public static Rational parse(String digits) {
    if (digits.length() > LARGEST_SCALE) {
      return null;
    }
    BigDecimal decimal;
    try {
      decimal = new BigDecimal(digits);
    } catch (NumberFormatException exponentTooLong) {
      return null;
    }
    int scale = decimal.scale();
    if (Math.abs((long) scale) > LARGEST_SCALE) {
      return null;
    }
    return scale <= 0
        ? new Rational(decimal.toBigIntegerExact(), BigInteger.ONE)
        : new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(scale));
  }

  public Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** Throws {@link ArithmeticException} if {@code other} is 0. */
  public Rational dividedBy(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /** Throws {@link ArithmeticException} for 0 to a negative power. */
  public Rational power(int exponent) {
    return exponent >= 0
        ? new Rational(numerator.pow(exponent), denominator.pow(exponent))
        : new Rational(denominator.pow(-exponent), numerator.pow(-exponent));
  }

  public Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  public Rational abs() {
    return signum() < 0 ? negate() : this;
  }

  /** The largest fraction of which both are whole multiples. */
  public Rational gcd(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).gcd(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public int signum() {
    return numerator.signum();
  }

  public boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  /** The value as an int of at most {@code limit} in size, or null. */
  public Integer asSmallInteger(int limit) {
    return isInteger() && numerator.abs().compareTo(BigInteger.valueOf(limit)) <= 0
        ? numerator.intValue()
        : null;
  }

  /** The nearest double, correctly rounded. */
  public double doubleValue() {
    if (numerator.abs().compareTo(EXACT) <= 0 && denominator.compareTo(EXACT) <= 0) {
      return numerator.doubleValue() / denominator.doubleValue();
    }
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), DIGITS).doubleValue();
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** True if it is written with a fraction bar: {@code 1/3} and {@code 1/2}, but {@code 0.1}. */
  public boolean isFraction() {
    return !isInteger() && (denominator.intValue() < 10 && !isFifth() || !isShortDecimal());
  }

  private boolean isFifth() {
    return denominator.equals(BigInteger.valueOf(5));
  }

  private boolean isShortDecimal() {
    return BigInteger.TEN.pow(9).mod(denominator).signum() == 0;
  }

  @Override
  public String toString() {
    if (isInteger()) {
      return numerator.toString();
    }
    if (isFraction()) {
      return numerator + "/" + denominator;
    }
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator))
        .stripTrailingZeros()
        .toPlainString();
  }
}
