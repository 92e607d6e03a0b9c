package dev.nabla.exercise.work;

import dev.nabla.graph.Tape;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.ejml.simple.SimpleMatrix;

/** The verbs of the chain rule along the edges of a graph. */
public interface GraphRule extends Rule {

  /** The operation at a place of a graph. */
  record Forward(Tape tape, int place) implements GraphRule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return tape.forward(place, in);
    }

    public String operation() {
      return tape.operation(place);
    }

    /** Whether somebody may take one input for the result; a constant only for a product. */
    public boolean mayStandAlone(int input) {
      int from = tape.inputs(place).get(input);
      boolean constant = tape.operation(from) == null && tape.name(from) == null;
      boolean product = operation().equals("multiply");
      return product || !constant && (input == 0 || operation().equals("add"));
    }
  }

  /**
   * What one input of an operation receives; the parts are the gradient by its result, then its
   * inputs.
   *
   * @param input which one, from 0
   */
  record Pull(Tape tape, int place, int input) implements GraphRule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      SimpleMatrix[] inputs = Arrays.copyOfRange(in, 1, in.length);
      SimpleMatrix[] received = tape.backward(place, in[0], inputs);
      return received == null ? null : received[input];
    }

    /** Of numbers: the local partial is written down before it is multiplied. */
    @Override
    public SimpleMatrix of(UnaryOperator<SimpleMatrix> inside, SimpleMatrix... in) {
      if (Arrays.stream(in).anyMatch(each -> each.getNumElements() > 1)) {
        return of(in);
      }
      SimpleMatrix[] alone = in.clone();
      alone[0] = SimpleMatrix.ones(1, 1);
      return inside.apply(of(alone)).scale(in[0].get(0));
    }

    public String operation() {
      return tape.operation(place);
    }
  }

  /** What arrives along several paths, added up. */
  record Paths() implements GraphRule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      SimpleMatrix sum = in[0];
      for (int i = 1; i < in.length; i++) {
        sum = sum.plus(in[i]);
      }
      return sum;
    }
  }
}
