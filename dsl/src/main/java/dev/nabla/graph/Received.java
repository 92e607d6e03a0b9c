package dev.nabla.graph;

import dev.nabla.display.Notation;
import dev.nabla.graph.algebra.Apply;
import dev.nabla.graph.algebra.Constant;
import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.Rational;
import dev.nabla.graph.algebra.Rule;
import dev.nabla.graph.algebra.Script;
import dev.nabla.graph.algebra.Simplify;
import dev.nabla.graph.algebra.Symbol;
import dev.nabla.message.NablaException;
import java.math.BigDecimal;
import org.ejml.simple.SimpleMatrix;

/** What one use of a value sends back to it, in numbers. */
final class Received {
  private Received() {}

  /** {@code gradient * local partial}; null unless all values are numbers. */
  static Notation numbers(Gradients gradients, int user, int input) {
    Values values = gradients.values();
    Program program = values.program();
    int[] places = program.inputs(user);
    SimpleMatrix[] inputs = new SimpleMatrix[places.length];
    for (int i = 0; i < places.length; i++) {
      inputs[i] = values.value(places[i]);
      if (inputs[i].getNumElements() != 1) {
        return null;
      }
    }
    SimpleMatrix value = values.value(user);
    if (value.getNumElements() != 1) {
      return null;
    }
    Apply node = (Apply) program.at(user);
    SimpleMatrix one = new SimpleMatrix(1, 1, true, 1.0);
    double partial =
        values
            .bindings()
            .rule(node.operation())
            .backward(new Rule.Call(node, inputs, values.bindings().sizes()), value, one)[input]
            .get(0);
    String outer = bracketed(gradients.at(user).get(0));
    String inner = bracketed(partial);
    return new Notation(outer + " * " + inner, outer + " · " + inner, outer + " \\cdot " + inner);
  }

  /** For matrices, what is sent back as a formula, such as {@code dL/dz x^T}. */
  static Notation formula(Notation gradient, Apply node, int input, Notation otherwise) {
    try {
      Symbol sent = new Symbol(gradient.text(), node.shape());
      Expression pulled = node.operation().derivative().pull(node, sent, input);
      return Script.of(Simplify.simplify(pulled)).within(Script.ENTRYWISE);
    } catch (NablaException unknown) {
      return otherwise;
    }
  }

  private static String bracketed(double value) {
    String number = Tables.number(value);
    return number.startsWith("-") ? "(" + number + ")" : number;
  }

  /** The number as it is shown; null if it is not finite. */
  static Expression constant(double value) {
    if (!Double.isFinite(value)) {
      return null;
    }
    Rational rational = Rational.parse(new BigDecimal(Tables.number(value)).toPlainString());
    return rational == null ? null : new Constant(rational);
  }
}
