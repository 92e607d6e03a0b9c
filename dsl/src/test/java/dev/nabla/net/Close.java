package dev.nabla.net;

import dev.nabla.matrix.Expectation;
import dev.nabla.matrix.MatrixText;
import org.ejml.simple.SimpleMatrix;

/** Compares matrices with numbers written out. */
final class Close {
  private Close() {}

  static void assertClose(SimpleMatrix actual, String expected, double tolerance) {
    assertClose(actual, MatrixText.parse(expected), tolerance);
  }

  static void assertClose(SimpleMatrix actual, SimpleMatrix expected, double tolerance) {
    Expectation.of(actual, expected, tolerance);
  }
}
