package dev.nabla.graph;

import dev.nabla.graph.algebra.Apply;
import dev.nabla.graph.algebra.Bindings;
import dev.nabla.graph.algebra.Entrywise;
import dev.nabla.graph.algebra.Products;
import dev.nabla.graph.algebra.Sums;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A graph of numbers made ready to run many times: no allocation in {@link #forward} and {@link
 * #backward}. Not for several threads at once.
 *
 * <pre>{@code
 * Circuit circuit = graph("y = x^2 + 3 x").circuit();
 * circuit.set("x", 2);
 * circuit.forward();     // 10
 * circuit.backward();
 * circuit.gradient("x")  // 7
 * }</pre>
 */
public final class Circuit {
  private static final byte ANY = 0;
  private static final byte SUM = 1;
  private static final byte PRODUCT = 2;
  private static final byte DIFFERENCE = 3;
  private static final byte QUOTIENT = 4;

  /** A sum or product whose first input is the result of the operation before. */
  private static final byte CHAINED_SUM = 5;

  private static final byte CHAINED_PRODUCT = 6;

  private final Program program;
  private final double[] values;
  private final double[] gradients;
  private final int last;

  /**
   * The operations in the order in which they run. Arithmetic with two numbers, which most graphs
   * consist of, runs without a call; along a chain, value and gradient are handed on without a look
   * into the arrays.
   */
  private final byte[] kinds;

  private final int[] first;
  private final int[] second;
  private final int[] outputs;

  private final int[][] inputs;
  private final Entrywise[] rules;

  Circuit(Program program, Bindings bindings, String last) {
    this.program = program;
    this.last = program.placeOf(last);
    values = new double[program.size()];
    gradients = new double[program.size()];
    outputs = IntStream.range(0, program.size()).filter(program::isOperation).toArray();
    kinds = new byte[outputs.length];
    first = new int[outputs.length];
    second = new int[outputs.length];
    inputs = new int[outputs.length][];
    rules = new Entrywise[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      Apply apply = (Apply) program.at(outputs[i]);
      rules[i] = (Entrywise) bindings.rule(apply.operation());
      inputs[i] = program.inputs(outputs[i]);
      kinds[i] = kind(apply);
      if (kinds[i] != ANY) {
        first[i] = inputs[i][0];
        second[i] = inputs[i][1];
        chain(i);
      }
    }
    for (int place = 0; place < program.size(); place++) {
      if (program.constant(place) != null) {
        values[place] = program.constant(place).value().doubleValue();
      }
    }
  }

  private static byte kind(Apply apply) {
    if (apply.inputs().size() != 2) {
      return ANY;
    }
    if (apply.is(Sums.ADD)) {
      return SUM;
    }
    if (apply.is(Products.MULTIPLY)) {
      return PRODUCT;
    }
    if (apply.is(Sums.SUBTRACT)) {
      return DIFFERENCE;
    }
    return apply.is(Products.DIVIDE) ? QUOTIENT : ANY;
  }

  /** Sums and products may swap their inputs. */
  private void chain(int i) {
    boolean swappable = kinds[i] == SUM || kinds[i] == PRODUCT;
    if (i == 0 || !swappable || first[i] == second[i]) {
      return;
    }
    int before = outputs[i - 1];
    if (second[i] == before) {
      second[i] = first[i];
      first[i] = before;
    }
    if (first[i] == before) {
      kinds[i] = kinds[i] == SUM ? CHAINED_SUM : CHAINED_PRODUCT;
    }
  }

  /** Gives an input its value. */
  public void set(String input, double value) {
    values[program.placeOf(input)] = value;
  }

  /** Computes everything and returns the last formula's value. */
  public double forward() {
    double[] v = values;
    double result = 0;
    for (int i = 0; i < kinds.length; i++) {
      result =
          switch (kinds[i]) {
            case SUM -> v[first[i]] + v[second[i]];
            case PRODUCT -> v[first[i]] * v[second[i]];
            case DIFFERENCE -> v[first[i]] - v[second[i]];
            case QUOTIENT -> v[first[i]] / v[second[i]];
            case CHAINED_SUM -> result + v[second[i]];
            case CHAINED_PRODUCT -> result * v[second[i]];
            default -> rules[i].forward(v, inputs[i]);
          };
      v[outputs[i]] = result;
    }
    return v[last];
  }

  /** The gradient of the last formula by everything; after {@link #forward}. */
  public void backward() {
    backward(last);
  }

  void backward(int from) {
    Arrays.fill(gradients, 0);
    gradients[from] = 1;
    double[] v = values;
    double[] g = gradients;
    boolean handed = false;
    double gradient = 0;
    for (int i = kinds.length - 1; i >= 0; i--) {
      if (!handed) {
        gradient = g[outputs[i]];
      }
      handed = false;
      if (gradient == 0) {
        continue;
      }
      int a = first[i];
      int b = second[i];
      switch (kinds[i]) {
        case SUM -> {
          g[a] += gradient;
          g[b] += gradient;
        }
        case PRODUCT -> {
          g[a] += gradient * v[b];
          g[b] += gradient * v[a];
        }
        case DIFFERENCE -> {
          g[a] += gradient;
          g[b] -= gradient;
        }
        case QUOTIENT -> {
          g[a] += gradient / v[b];
          g[b] -= gradient * v[outputs[i]] / v[b];
        }
        case CHAINED_SUM -> {
          g[b] += gradient;
          gradient += g[a];
          g[a] = gradient;
          handed = true;
        }
        case CHAINED_PRODUCT -> {
          g[b] += gradient * v[a];
          gradient = g[a] + gradient * v[b];
          g[a] = gradient;
          handed = true;
        }
        default -> rules[i].backward(v, g, inputs[i], outputs[i]);
      }
    }
  }

  /** The value of an input or a formula. */
  public double value(String name) {
    return values[program.placeOf(name)];
  }

  /** The gradient by an input or a formula. */
  public double gradient(String name) {
    return gradients[program.placeOf(name)];
  }

  double value(int place) {
    return values[place];
  }

  double gradient(int place) {
    return gradients[place];
  }
}
