package dev.nabla.practice;

import dev.nabla.net.Backward;
import dev.nabla.net.Network;
import java.util.Optional;
import org.ejml.simple.SimpleMatrix;

/** The intercept folded into the first column of each weight matrix. */
record InterceptPass() implements Kind {
  @Override
  public String name() {
    return "intercept";
  }

  @Override
  public Optional<Problem> draw(Draw draw) {
    Network net =
        Network.empty()
            .intercept()
            .layer(draw.matrix(2, 4, 2), NetProblem.RELU)
            .layer(draw.matrix(1, 3, 3))
            .loss(NetProblem.HALF_SQUARE)
            .names("W", "alpha beta")
            .names("S", "a")
            .names("Z", "z yhat");
    SimpleMatrix X = draw.matrix(3, 1, 3);
    SimpleMatrix Y = NetProblem.targets(draw, net.forward(X).output(), 1);
    Backward back = net.forward(X).backward(Y);
    return Fair.isFair(back, Y, 2)
        ? Optional.of(
            NetProblem.of(
                "A constant 1 stands at index 0 of the inputs and of the hidden units."
                    + " Go forward and backward.",
                back,
                Y,
                0.5))
        : Optional.empty();
  }
}
