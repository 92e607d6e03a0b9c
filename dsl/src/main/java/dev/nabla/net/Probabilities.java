package dev.nabla.net;

import dev.nabla.message.NablaException;
import org.ejml.simple.SimpleMatrix;

/** Checks outputs and targets that are probabilities. */
final class Probabilities {
  private static final double ROUNDING = 1e-9;

  private Probabilities() {}

  /** Every entry of {@code m} lies between 0 and 1. */
  static void requireRange(String where, String name, SimpleMatrix m, String rule) {
    for (int i = 0; i < m.getNumRows(); i++) {
      for (int j = 0; j < m.getNumCols(); j++) {
        double p = m.get(i, j);
        // NaN passes: it tells of a failure elsewhere and shows as itself.
        if (p < 0 || p > 1) {
          throw new NablaException(
              where
                  + ": "
                  + name
                  + " has "
                  + p
                  + " in row "
                  + (i + 1)
                  + ", column "
                  + (j + 1)
                  + ". "
                  + rule);
        }
      }
    }
  }

  /** Every column of Y sums to 1. */
  static void requireDistributions(String where, SimpleMatrix Y) {
    for (int j = 0; j < Y.getNumCols(); j++) {
      double sum = 0;
      for (int i = 0; i < Y.getNumRows(); i++) {
        sum += Y.get(i, j);
      }
      if (Math.abs(sum - 1) > ROUNDING) {
        throw new NablaException(
            where
                + ": column "
                + (j + 1)
                + " of Y sums to "
                + sum
                + ", but each example has one class. Write oneHot(classes, labels), with one 1 in"
                + " each column.");
      }
    }
  }

  /** Every column of Y has a single 1 among zeros. */
  static void requireOneHot(String where, SimpleMatrix Y) {
    requireDistributions(where, Y);
    for (int i = 0; i < Y.getNumElements(); i++) {
      if (Y.get(i) != 0 && Y.get(i) != 1) {
        throw new NablaException(
            where
                + ": Y has "
                + Y.get(i)
                + ", but one-hot targets are 0 and 1. Write oneHot(classes, labels).");
      }
    }
  }
}
