package dev.nabla.practice;

import dev.nabla.net.Backward;
import dev.nabla.net.Network;
import java.util.Optional;
import org.ejml.simple.SimpleMatrix;

/** One hidden layer with biases, one example: forward, backward, one step. */
record BackwardPass() implements Kind {
  @Override
  public String name() {
    return "backward";
  }

  @Override
  public Optional<Problem> draw(Draw draw) {
    Network net =
        Network.empty()
            .layer(draw.matrix(3, 2, 3), draw.matrix(3, 1, 2), NetProblem.RELU)
            .layer(draw.matrix(2, 3, 2), draw.matrix(2, 1, 2))
            .loss(NetProblem.HALF_SQUARE);
    SimpleMatrix X = draw.matrix(2, 1, 3);
    SimpleMatrix Y = NetProblem.targets(draw, net.forward(X).output(), 1);
    Backward back = net.forward(X).backward(Y);
    return Fair.isFair(back, Y, 2)
        ? Optional.of(
            NetProblem.of("Go forward and backward: every delta and every gradient.", back, Y, 0.5))
        : Optional.empty();
  }
}
