package dev.nabla.graph;

import dev.nabla.graph.algebra.Apply;
import dev.nabla.graph.algebra.Bindings;
import dev.nabla.graph.algebra.Entrywise;
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
  private final Program program;
  private final Entrywise[] rules;
  private final int[][] inputs;
  private final int[] outputs;
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
    values = new double[program.size()];
    gradients = new double[program.size()];
    int next = 0;
    for (int place = 0; place < program.size(); place++) {
      if (program.at(place) instanceof Apply apply) {
        rules[next] = (Entrywise) bindings.rule(apply.operation());
        inputs[next] = program.inputs(place);
        outputs[next++] = place;
      } else if (program.constant(place) != null) {
        values[place] = program.constant(place).value().doubleValue();
      }
    }
  }

  /** Gives an input its value. */
  public void set(String input, double value) {
    values[program.placeOf(input)] = value;
  }

  /** Computes everything and returns the last formula's value. */
  public double forward() {
    for (int i = 0; i < rules.length; i++) {
      values[outputs[i]] = rules[i].forward(values, inputs[i]);
    }
    return values[last];
  }

  /** The gradient of the last formula by everything; after {@link #forward}. */
  public void backward() {
    backward(last);
  }

  void backward(int from) {
    Arrays.fill(gradients, 0);
    gradients[from] = 1;
    for (int i = rules.length - 1; i >= 0; i--) {
      int place = outputs[i];
      if (gradients[place] != 0) {
        rules[i].backward(values, gradients, inputs[i], place);
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
