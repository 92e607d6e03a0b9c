package dev.nabla.practice;

import dev.nabla.net.Backward;
import dev.nabla.net.Network;
import java.util.Optional;
import org.ejml.simple.SimpleMatrix;

/** Three layers with biases, two examples: forward. */
record ForwardPass() implements Kind {
  @Override
  public String name() {
    return "forward";
  }

  @Override
  public Optional<Problem> draw(Draw draw) {
    Network net =
        Network.empty()
            .layer(draw.matrix(2, 2, 2), draw.matrix(2, 1, 2), NetProblem.RELU)
            .layer(draw.matrix(3, 2, 2), draw.matrix(3, 1, 2), NetProblem.RELU)
            .layer(draw.matrix(1, 3, 2), draw.matrix(1, 1, 3))
            .loss(NetProblem.HALF_SQUARE);
    SimpleMatrix X = draw.matrix(2, 2, 3);
    SimpleMatrix Y = NetProblem.targets(draw, net.forward(X).output(), 1);
    Backward back = net.forward(X).backward(Y);
    return Fair.isFair(back, Y, 3)
        ? Optional.of(
            NetProblem.of(
                "Go forward: S and Z of every layer for both examples, and the loss.",
                back,
                Y,
                0.5))
        : Optional.empty();
  }
}
