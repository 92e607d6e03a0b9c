package dev.nabla.graph.algebra;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A number that equal formulas share, however they are written: the value of the formula in the
 * integers modulo 2^61 - 1, each name standing for a number drawn from its spelling. Vectors and
 * matrices get two rows or columns. Different formulas share it with a chance below (degree) /
 * 2^61.
 *
 * <p>It is linear: the negative of a formula has the negative number.
 */
final class Fingerprint {
  private static final long PRIME = (1L << 61) - 1;
  private static final long SEED = 0x9E3779B97F4A7C15L;

  private final Map<Expression, long[][]> known = new HashMap<>();

  long of(Expression formula) {
    long[][] value = value(formula);
    long sum = 0;
    for (int i = 0; i < value.length; i++) {
      for (int j = 0; j < value[i].length; j++) {
        long weight = i == 0 && j == 0 ? 1 : mix(7 * i + j + 1L);
        sum = plus(sum, times(weight, value[i][j]));
      }
    }
    return sum;
  }

  static long negate(long a) {
    return a == 0 ? 0 : PRIME - a;
  }

  static long times(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    return reduce((low & PRIME) + ((low >>> 61) | (high << 3)));
  }

  /** {@code base} to a constant or symbolic exponent. */
  long power(long base, Expression exponent) {
    Integer small =
        exponent instanceof Constant c ? c.value().asSmallInteger(Integer.MAX_VALUE) : null;
    if (small == null) {
      return mix(base * 31 + of(exponent));
    }
    long result = power(base, Math.abs((long) small));
    return small < 0 ? inverse(result) : result;
  }

  private static long plus(long a, long b) {
    return reduce(a + b);
  }

  private static long reduce(long a) {
    long reduced = (a & PRIME) + (a >>> 61);
    return reduced >= PRIME ? reduced - PRIME : reduced;
  }

  private static long power(long base, long exponent) {
    long result = 1;
    for (long e = exponent; e > 0; e >>= 1) {
      if ((e & 1) == 1) {
        result = times(result, base);
      }
      base = times(base, base);
    }
    return result;
  }

  private static long inverse(long a) {
    return power(a, PRIME - 2);
  }

  private static long mix(long x) {
    long z = x + SEED;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return reduce((z ^ (z >>> 31)) >>> 3);
  }

  private long[][] value(Expression formula) {
    long[][] value = known.get(formula);
    if (value == null) {
      value = compute(formula);
      known.put(formula, value);
    }
    return value;
  }

  private long[][] compute(Expression formula) {
    if (formula instanceof Constant constant) {
      return number(residue(constant.value()));
    }
    if (formula instanceof Symbol symbol) {
      return drawn(symbol.shape(), symbol.name().hashCode());
    }
    Apply apply = (Apply) formula;
    List<long[][]> inputs = apply.inputs().stream().map(this::value).toList();
    return switch (apply.operation().name()) {
      case "add" -> sum(apply, inputs);
      case "subtract" -> sum(apply, List.of(inputs.get(0), scaled(inputs.get(1), PRIME - 1)));
      case "negate" -> scaled(inputs.get(0), PRIME - 1);
      case "multiply" -> entrywise(apply, inputs);
      case "divide" -> scaled(inputs.get(0), inverse(inputs.get(1)[0][0]));
      case "power", "exponential" -> number(power(inputs.get(0)[0][0], apply.input(1)));
      case "matrix product" -> product(inputs);
      case "transpose" -> transpose(inputs.get(0));
      case "sum" -> number(dot(inputs.get(0), null));
      case "squared norm" -> number(dot(inputs.get(0), inputs.get(0)));
      case "trace" -> number(plus(inputs.get(0)[0][0], inputs.get(0)[1][1]));
      case "ones" -> filled(apply.shape(), 1);
      case "identity" -> diagonal(new long[][] {{1}, {1}});
      case "diag" -> diagonal(inputs.get(0));
      default -> opaque(apply, inputs);
    };
  }

  /** A function: entry by entry if the shape stays, else drawn from all entries. */
  private long[][] opaque(Apply apply, List<long[][]> inputs) {
    long name = apply.operation().name().hashCode();
    if (apply.operation().rule() instanceof Entrywise && inputs.size() == 1) {
      long[][] result = filled(apply.shape(), 0);
      for (int i = 0; i < result.length; i++) {
        for (int j = 0; j < result[i].length; j++) {
          result[i][j] = mix(name * 31 + inputs.get(0)[i][j]);
        }
      }
      return result;
    }
    for (long[][] input : inputs) {
      name = mix(name * 31 + Arrays.deepHashCode(input));
    }
    return drawn(apply.shape(), name);
  }

  private static long residue(Rational value) {
    BigInteger prime = BigInteger.valueOf(PRIME);
    long above = value.numerator().mod(prime).longValue();
    return times(above, inverse(value.denominator().mod(prime).longValue()));
  }

  private static long[][] number(long value) {
    return new long[][] {{value}};
  }

  private static int size(String dimension) {
    return dimension.equals("1") ? 1 : 2;
  }

  private static long[][] filled(Shape shape, long value) {
    long[][] result = new long[size(shape.rows())][size(shape.columns())];
    for (long[] row : result) {
      Arrays.fill(row, value);
    }
    return result;
  }

  private static long[][] drawn(Shape shape, long seed) {
    long[][] result = filled(shape, 0);
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < result[i].length; j++) {
        result[i][j] = mix(seed * 1000003 + 10L * i + j);
      }
    }
    return result;
  }

  private static long[][] sum(Apply apply, List<long[][]> terms) {
    long[][] result = filled(apply.shape(), 0);
    for (long[][] term : terms) {
      for (int i = 0; i < result.length; i++) {
        for (int j = 0; j < result[i].length; j++) {
          result[i][j] =
              plus(result[i][j], term.length == 1 && term[0].length == 1 ? term[0][0] : term[i][j]);
        }
      }
    }
    return result;
  }

  private static long[][] entrywise(Apply apply, List<long[][]> factors) {
    long[][] result = filled(apply.shape(), 1);
    for (long[][] factor : factors) {
      for (int i = 0; i < result.length; i++) {
        for (int j = 0; j < result[i].length; j++) {
          boolean number = factor.length == 1 && factor[0].length == 1;
          result[i][j] = times(result[i][j], number ? factor[0][0] : factor[i][j]);
        }
      }
    }
    return result;
  }

  private static long[][] scaled(long[][] matrix, long factor) {
    long[][] result = new long[matrix.length][matrix[0].length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix[i].length; j++) {
        result[i][j] = times(matrix[i][j], factor);
      }
    }
    return result;
  }

  private static long[][] product(List<long[][]> factors) {
    long[][] left = factors.get(0);
    for (long[][] right : factors.subList(1, factors.size())) {
      long[][] result = new long[left.length][right[0].length];
      for (int i = 0; i < left.length; i++) {
        for (int j = 0; j < right[0].length; j++) {
          for (int k = 0; k < right.length; k++) {
            result[i][j] = plus(result[i][j], times(left[i][k], right[k][j]));
          }
        }
      }
      left = result;
    }
    return left;
  }

  private static long[][] transpose(long[][] matrix) {
    long[][] result = new long[matrix[0].length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix[i].length; j++) {
        result[j][i] = matrix[i][j];
      }
    }
    return result;
  }

  /** The sum of all entries of a, each times the entry of b in the same place (1 if b is null). */
  private static long dot(long[][] a, long[][] b) {
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        sum = plus(sum, b == null ? a[i][j] : times(a[i][j], b[i][j]));
      }
    }
    return sum;
  }

  private static long[][] diagonal(long[][] column) {
    long[][] result = new long[column.length][column.length];
    for (int i = 0; i < column.length; i++) {
      result[i][i] = column[i][0];
    }
    return result;
  }
}
