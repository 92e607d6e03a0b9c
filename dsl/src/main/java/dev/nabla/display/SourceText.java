package dev.nabla.display;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;

/** A matrix with all digits as source text, to be copied into a cell, into Python, into a paper. */
final class SourceText {
  private SourceText() {}

  /** {@code matrix("1.0 2.0; 3.0 4.0")} */
  static String nabla(SimpleMatrix matrix) {
    return join(matrix, " ", "; ", "matrix(\"", "\")");
  }

  /** {@code np.array([[1.0, 2.0], [3.0, 4.0]])} */
  static String numPy(SimpleMatrix matrix) {
    return join(matrix, ", ", "], [", "np.array([[", "]])");
  }

  private static String join(
      SimpleMatrix matrix, String entries, String rows, String before, String after) {
    return IntStream.range(0, matrix.getNumRows())
        .mapToObj(
            row ->
                IntStream.range(0, matrix.getNumCols())
                    .mapToObj(column -> entry(matrix.get(row, column)))
                    .collect(Collectors.joining(entries)))
        .collect(Collectors.joining(rows, before, after));
  }

  private static String entry(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** Whether every entry can be typed as a number. */
  static boolean isFinite(SimpleMatrix matrix) {
    return IntStream.range(0, matrix.getNumRows())
        .allMatch(
            row ->
                IntStream.range(0, matrix.getNumCols())
                    .allMatch(column -> Double.isFinite(matrix.get(row, column))));
  }
}
