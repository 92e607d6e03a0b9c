package dev.nabla.practice;

import dev.nabla.exercise.Exercise;
import dev.nabla.matrix.Digits;
import dev.nabla.matrix.Quantity;
import dev.nabla.net.Backward;
import dev.nabla.net.Forward;
import dev.nabla.net.Loss;
import dev.nabla.net.Relu;
import dev.nabla.net.Scale;
import dev.nabla.net.SquaredError;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/** What the problems about nets have in common: the task, the net, its data, and one step. */
final class NetProblem {
  static final Relu RELU = new Relu(0, 0);
  static final Loss HALF_SQUARE = new SquaredError(Scale.NONE).half();

  private NetProblem() {}

  /** A pass there and back, with a step of this rate behind it. */
  static Problem of(String task, Backward back, SimpleMatrix Y, double rate) {
    Forward pass = back.pass();
    return new Problem(
        task + " Then take one step of rate " + Digits.typed(rate) + ".",
        List.of(pass.net(), pass.Z(0), Quantity.label(Y, "Y", "outputs", "examples")),
        id -> Exercise.of(id, back).step(rate));
  }

  /** Targets that miss the output by {@code unit} to {@code 2 unit} everywhere. */
  static SimpleMatrix targets(Draw draw, SimpleMatrix output, int unit) {
    SimpleMatrix miss = draw.matrix(output.getNumRows(), output.getNumCols(), 2);
    return output.minus(miss.scale(unit));
  }
}
