package dev.nabla.net;

import java.util.Arrays;

/**
 * One number for each epoch. It grows as the epochs come, so that a training asked for a billion of
 * them and interrupted early takes no more room than it used.
 */
final class History {
  private double[] values = new double[1024];
  private int size;

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
