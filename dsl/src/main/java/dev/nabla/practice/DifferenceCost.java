package dev.nabla.practice;

import dev.nabla.exercise.Exercise;
import dev.nabla.net.Backward;
import dev.nabla.net.GradientCheck;
import dev.nabla.net.Network;
import java.util.List;
import java.util.Optional;
import org.ejml.simple.SimpleMatrix;

/** Evaluations and multiplications: gradients by differences against backpropagation. */
record DifferenceCost() implements Kind {
  private static final double NUDGE = 1e-6;

  @Override
  public String name() {
    return "cost";
  }

  @Override
  public Optional<Problem> draw(Draw draw) {
    int inputs = draw.integer(2, 5);
    int hidden = draw.integer(2, 5);
    int outputs = draw.integer(1, 4);
    Network net =
        Network.withInputs(inputs)
            .noBias()
            .layer(hidden)
            .layer(outputs)
            .loss(NetProblem.HALF_SQUARE);
    Backward back =
        net.forward(SimpleMatrix.ones(inputs, 1)).backward(SimpleMatrix.ones(outputs, 1));
    GradientCheck differences = back.gradientCheck().forwardDifference(NUDGE);
    return Optional.of(
        new Problem(
            ("A linear net without biases has %d inputs, %d hidden units and %d outputs; one example."
                    + " How many times must the loss be evaluated for the forward difference of every"
                    + " weight (evaluations), with how many multiplications in products of matrices"
                    + " (numeric), and how many of those does backpropagation need, the forward pass"
                    + " included (analytic)?")
                .formatted(inputs, hidden, outputs),
            List.of(),
            id ->
                Exercise.of(id)
                    .asks("evaluations", differences.evaluations())
                    .asks("numeric", differences.multiplications())
                    .asks("analytic", back.multiplications())));
  }
}
