package dev.nabla.graph;

import dev.nabla.graph.algebra.Apply;
import dev.nabla.graph.algebra.Bindings;
import dev.nabla.graph.algebra.Entrywise;
import dev.nabla.graph.algebra.Products;
import dev.nabla.graph.algebra.Sums;
import java.util.Arrays;

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

  private final Program program;
  private final Entrywise[] rules;
  private final int[][] inputs;
  private final int[] outputs;

  /** The sums and products of two, which most graphs consist of, run without a call. */
  private final byte[] kinds;

  private final double[] values;
  private final double[] gradients;
  private final int last;

  Circuit(Program program, Bindings bindings, String last) {
    this.program = program;
    this.last = program.placeOf(last);
    int operations = 0;
    for (int place = 0; place < program.size(); place++) {
      operations += program.isOperation(place) ? 1 : 0;
    }
    rules = new Entrywise[operations];
    inputs = new int[operations][];
    outputs = new int[operations];
    kinds = new byte[operations];
    values = new double[program.size()];
    gradients = new double[program.size()];
    int next = 0;
    for (int place = 0; place < program.size(); place++) {
      if (program.at(place) instanceof Apply apply) {
        rules[next] = (Entrywise) bindings.rule(apply.operation());
        inputs[next] = program.inputs(place);
        kinds[next] = kind(apply);
        outputs[next++] = place;
      } else if (program.constant(place) != null) {
        values[place] = program.constant(place).value().doubleValue();
      }
    }
  }

  private static byte kind(Apply apply) {
    if (apply.inputs().size() != 2) {
      return ANY;
    }
    return apply.operation() == Sums.ADD
        ? SUM
        : apply.operation() == Products.MULTIPLY ? PRODUCT : ANY;
  }

  /** Gives an input its value. */
  public void set(String input, double value) {
    values[program.placeOf(input)] = value;
  }

  /** Computes everything and returns the last formula's value. */
  public double forward() {
    double[] v = values;
    for (int i = 0; i < rules.length; i++) {
      int[] in = inputs[i];
      v[outputs[i]] =
          switch (kinds[i]) {
            case SUM -> v[in[0]] + v[in[1]];
            case PRODUCT -> v[in[0]] * v[in[1]];
            default -> rules[i].forward(v, in);
          };
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
    for (int i = rules.length - 1; i >= 0; i--) {
      double gradient = g[outputs[i]];
      if (gradient == 0) {
        continue;
      }
      int[] in = inputs[i];
      switch (kinds[i]) {
        case SUM -> {
          g[in[0]] += gradient;
          g[in[1]] += gradient;
        }
        case PRODUCT -> {
          g[in[0]] += gradient * v[in[1]];
          g[in[1]] += gradient * v[in[0]];
        }
        default -> rules[i].backward(v, g, in, outputs[i]);
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
