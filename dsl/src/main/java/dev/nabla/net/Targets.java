package dev.nabla.net;

import dev.nabla.matrix.Digits;
import dev.nabla.matrix.Matrices;
import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;
import java.util.StringJoiner;
import org.ejml.simple.SimpleMatrix;

/**
 * Checks what is compared with the output of a net.
 *
 * @param net with its inputs known
 * @param examples number of columns
 */
record Targets(Blueprint net, int examples) {

  private int outputs() {
    return net.units(net.depth());
  }

  /** Numbers for the targets of one example, as a column. */
  SimpleMatrix column(String call, double... y) {
    if (y.length == 0) {
      throw new NablaException(call + "(): the targets are missing. Write " + call + "(Y).");
    }
    if (examples == 1) {
      return Matrices.column(y);
    }
    StringJoiner numbers = new StringJoiner(", ");
    for (double target : y) {
      numbers.add(Digits.typed(target));
    }
    throw new NablaException(
        call
            + "("
            + numbers
            + "): numbers stand for the targets of one example, but X has "
            + examples
            + ". "
            + (outputs() == 1 && y.length == examples
                ? "Did you mean " + call + "(row(" + numbers + "))?"
                : "Write a matrix with one column per example."));
  }

  /** Y has the shape of the output and entries the loss can compare. */
  void require(String call, SimpleMatrix Y) {
    requireShape(call, "Y", Y);
    Shape.requireFinite(call, "Y", Y);
  }

  /** A matrix has the shape of the output. */
  void requireShape(String call, String name, SimpleMatrix m) {
    if (m.getNumRows() == outputs() && m.getNumCols() == examples) {
      return;
    }
    String hint = "";
    if (Shape.transposed(m, outputs(), examples)) {
      hint =
          outputs() == 1
              ? " Did you mean row(...) instead of column(...)?"
              : examples == 1
                  ? " Did you mean column(...) instead of row(...)?"
                  : " Did you mean " + name + ".transpose()?";
    }
    throw new NablaException(
        call
            + ": "
            + name
            + " is "
            + Shape.of(m)
            + ", but the output is "
            + Shape.of(outputs(), examples)
            + " (outputs x examples)."
            + hint);
  }
}
