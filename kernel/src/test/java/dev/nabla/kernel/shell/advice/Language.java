package dev.nabla.kernel.shell.advice;

import org.ejml.simple.SimpleMatrix;

/**
 * A small language as preloaded as the real one, so that these tests do not depend on its words.
 */
public final class Language {
  /** Stands for an activation. */
  public static final Activation relu = new Activation();

  /** One without a method of its name. */
  public static final Activation softplus = new Activation();

  private Language() {}

  public static SimpleMatrix relu(SimpleMatrix matrix) {
    return matrix;
  }

  public static SimpleMatrix matrix(String text) {
    String[] rows = text.split(";");
    SimpleMatrix matrix = new SimpleMatrix(rows.length, rows[0].strip().split(" ").length);
    for (int i = 0; i < rows.length; i++) {
      String[] entries = rows[i].strip().split(" ");
      for (int j = 0; j < entries.length; j++) {
        matrix.set(i, j, Double.parseDouble(entries[j]));
      }
    }
    return matrix;
  }

  public static SimpleMatrix row(double... entries) {
    return new SimpleMatrix(1, entries.length, true, entries);
  }

  public static SimpleMatrix column(double... entries) {
    return new SimpleMatrix(entries.length, 1, true, entries);
  }

  public static SimpleMatrix ones(int rows, int columns) {
    SimpleMatrix ones = new SimpleMatrix(rows, columns);
    ones.fill(1);
    return ones;
  }

  public static Network net() {
    return new Network();
  }

  public static void show(Object... values) {}

  /** Stands for a network. */
  public static final class Network {
    public Network layer(int units, Activation activation) {
      return this;
    }

    public Network layer(int units) {
      return this;
    }

    public Network loss(String loss) {
      return this;
    }

    public Network step(double rate) {
      return this;
    }
  }

  /** Stands for an activation. */
  public static final class Activation {
    public double of(double x) {
      return Math.max(0, x);
    }
  }
}
