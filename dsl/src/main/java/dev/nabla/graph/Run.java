package dev.nabla.graph;

import dev.nabla.graph.algebra.Apply;
import dev.nabla.graph.algebra.Bindings;
import dev.nabla.graph.algebra.Rule;
import dev.nabla.graph.algebra.Symbol;
import org.ejml.simple.SimpleMatrix;

/** One forward pass through a program, and backward passes from it. Numbers are 1 x 1. */
final class Run {
  private final Program program;
  private final Bindings bindings;
  private final Circuit circuit;
  private final SimpleMatrix[] values;

  /** Runs forward; {@code bindings} has a value for every input. */
  Run(Program program, Bindings bindings, String last) {
    this.program = program;
    this.bindings = bindings;
    this.values = new SimpleMatrix[program.size()];
    this.circuit = program.isScalar() ? new Circuit(program, bindings, last) : null;
    if (circuit == null) {
      forward();
    } else {
      bindings.values().forEach((name, value) -> circuit.set(name, value.get(0)));
      circuit.forward();
      for (int place = 0; place < values.length; place++) {
        values[place] = number(circuit.value(place));
      }
    }
  }

  private static SimpleMatrix number(double value) {
    return new SimpleMatrix(1, 1, true, value);
  }

  private void forward() {
    for (int place = 0; place < values.length; place++) {
      if (program.at(place) instanceof Apply apply) {
        values[place] = bindings.rule(apply.operation()).forward(call(apply, place));
      } else if (program.at(place) instanceof Symbol symbol) {
        values[place] = bindings.values().get(symbol.name());
      } else {
        values[place] = number(program.constant(place).value().doubleValue());
      }
    }
  }

  private Rule.Call call(Apply apply, int place) {
    int[] in = program.inputs(place);
    SimpleMatrix[] inputs = new SimpleMatrix[in.length];
    for (int i = 0; i < in.length; i++) {
      inputs[i] = values[in[i]];
    }
    return new Rule.Call(apply, inputs, bindings.sizes());
  }

  SimpleMatrix value(int place) {
    return values[place];
  }

  /**
   * The gradient at every place, given the gradient at one; 0 where nothing arrives.
   *
   * @param seed as large as the value there
   */
  SimpleMatrix[] backward(int from, SimpleMatrix seed) {
    SimpleMatrix[] gradients = new SimpleMatrix[program.size()];
    if (circuit != null) {
      circuit.backward(from);
      for (int place = 0; place < gradients.length; place++) {
        gradients[place] = number(circuit.gradient(place));
      }
      return gradients;
    }
    gradients[from] = seed;
    for (int place = from; place >= 0; place--) {
      if (gradients[place] != null && program.at(place) instanceof Apply apply) {
        Rule rule = bindings.rule(apply.operation());
        SimpleMatrix[] received =
            rule.backward(call(apply, place), values[place], gradients[place]);
        int[] in = program.inputs(place);
        for (int i = 0; i < received.length; i++) {
          gradients[in[i]] =
              gradients[in[i]] == null ? received[i] : gradients[in[i]].plus(received[i]);
        }
      }
    }
    for (int place = 0; place < gradients.length; place++) {
      if (gradients[place] == null) {
        gradients[place] = new SimpleMatrix(values[place].getNumRows(), values[place].getNumCols());
      }
    }
    return gradients;
  }
}
