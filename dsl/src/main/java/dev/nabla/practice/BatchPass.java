package dev.nabla.practice;

import dev.nabla.net.Backward;
import dev.nabla.net.Network;
import java.util.Optional;
import org.ejml.simple.SimpleMatrix;

/** A batch of three examples in columns, no biases, the mean loss. */
record BatchPass() implements Kind {
  private static final int EXAMPLES = 3;

  @Override
  public String name() {
    return "batch";
  }

  @Override
  public Optional<Problem> draw(Draw draw) {
    Network net =
        Network.empty()
            .layer(draw.matrix(3, 2, 3), NetProblem.RELU)
            .layer(draw.matrix(1, 3, 2))
            .loss(NetProblem.HALF_SQUARE.mean());
    SimpleMatrix X = draw.matrix(2, EXAMPLES, 3);
    SimpleMatrix Y = NetProblem.targets(draw, net.forward(X).output(), EXAMPLES);
    Backward back = net.forward(X).backward(Y);
    return Fair.isFair(back, Y, 2)
        ? Optional.of(
            NetProblem.of(
                "Three examples at once, and the mean loss: every matrix forward and backward.",
                back,
                Y,
                0.5))
        : Optional.empty();
  }
}
