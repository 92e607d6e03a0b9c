package dev.nabla.exercise;

import java.util.function.DoubleUnaryOperator;
import org.ejml.simple.SimpleMatrix;

/** Activations written down once more, with nothing of the language in them. */
final class Functions {
  private Functions() {}

  static DoubleUnaryOperator named(String f) {
    return switch (f) {
      case "relu" -> s -> Math.max(0, s);
      case "sigmoid" -> s -> 1 / (1 + StrictMath.exp(-s));
      case "tanh" -> StrictMath::tanh;
      default -> s -> s;
    };
  }

  static DoubleUnaryOperator slope(String f) {
    return switch (f) {
      case "relu" -> s -> s > 0 ? 1 : 0;
      case "sigmoid" ->
          s -> {
            double z = 1 / (1 + StrictMath.exp(-s));
            return z * (1 - z);
          };
      case "tanh" -> s -> 1 - StrictMath.tanh(s) * StrictMath.tanh(s);
      default -> s -> 1;
    };
  }

  static SimpleMatrix softmax(SimpleMatrix S, boolean byRows) {
    SimpleMatrix e = each(S, StrictMath::exp);
    SimpleMatrix result = e.copy();
    for (int i = 0; i < e.getNumRows(); i++) {
      for (int n = 0; n < e.getNumCols(); n++) {
        double sum = byRows ? e.rows(i, i + 1).elementSum() : e.cols(n, n + 1).elementSum();
        result.set(i, n, e.get(i, n) / sum);
      }
    }
    return result;
  }

  /** The Jacobian of softmax, transposed, times dL/dP, example by example. */
  static SimpleMatrix throughSoftmax(SimpleMatrix dP, SimpleMatrix P, boolean diagonalOnly) {
    SimpleMatrix delta = dP.createLike();
    for (int n = 0; n < P.getNumCols(); n++) {
      for (int j = 0; j < P.getNumRows(); j++) {
        double sum = 0;
        for (int i = 0; i < P.getNumRows(); i++) {
          double jacobian = P.get(i, n) * ((i == j ? 1 : 0) - P.get(j, n));
          if (i == j || !diagonalOnly) {
            sum += jacobian * dP.get(i, n);
          }
        }
        delta.set(j, n, sum);
      }
    }
    return delta;
  }

  static SimpleMatrix each(SimpleMatrix m, DoubleUnaryOperator f) {
    SimpleMatrix result = m.copy();
    for (int i = 0; i < m.getNumElements(); i++) {
      result.set(i, f.applyAsDouble(m.get(i)));
    }
    return result;
  }
}
