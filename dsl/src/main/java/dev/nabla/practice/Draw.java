package dev.nabla.practice;

import dev.nabla.matrix.Matrices;
import java.util.List;
import java.util.Random;
import org.ejml.simple.SimpleMatrix;

/**
 * Small whole numbers from a seed: the same numbers everywhere.
 *
 * <pre>{@code
 * var draw = numbers(7);
 * draw.matrix(2, 3, 4)   // 3 3 -3; -1 -2 -2
 * }</pre>
 */
public final class Draw {
  /** Neighboring seeds give unlike numbers only if they are spread over all bits. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Random random;

  /** The numbers of this seed, from the first. */
  public Draw(long seed) {
    random = new Random(seed * SPREAD);
  }

  /** From {@code least} to {@code most}. */
  public int integer(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /** From -most to most, but not 0. */
  public int nonzero(int most) {
    int size = integer(1, most);
    return random.nextBoolean() ? size : -size;
  }

  /** Entries from -most to most, none of them 0. */
  public SimpleMatrix matrix(int rows, int columns, int most) {
    double[][] entries = new double[rows][columns];
    for (double[] row : entries) {
      for (int j = 0; j < columns; j++) {
        row[j] = nonzero(most);
      }
    }
    return Matrices.of(entries);
  }

  /** Entries from {@code least} to {@code most}. */
  public SimpleMatrix matrix(int rows, int columns, int least, int most) {
    double[][] entries = new double[rows][columns];
    for (double[] row : entries) {
      for (int j = 0; j < columns; j++) {
        row[j] = integer(least, most);
      }
    }
    return Matrices.of(entries);
  }

  <T> T oneOf(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }
}
