package dev.nabla.practice;

import dev.nabla.net.Backward;
import dev.nabla.net.Network;
import java.util.Optional;
import org.ejml.simple.SimpleMatrix;

/** Every weight the same number: what becomes equal, and stays so. */
record EqualWeights() implements Kind {
  @Override
  public String name() {
    return "equal";
  }

  @Override
  public Optional<Problem> draw(Draw draw) {
    int a = draw.integer(2, 3);
    Network net =
        Network.withInputs(2)
            .noBias()
            .inputsByOutputs()
            .layer(3, NetProblem.RELU)
            .layer(2)
            .constant(a)
            .loss(NetProblem.HALF_SQUARE);
    SimpleMatrix X = draw.matrix(2, 1, 3);
    SimpleMatrix Y = NetProblem.targets(draw, net.forward(X).output(), 1);
    Backward back = net.forward(X).backward(Y);
    SimpleMatrix delta = back.delta(2);
    boolean fair =
        X.elementSum() > 0
            && X.get(0) != X.get(1)
            && delta.get(0) != delta.get(1)
            && delta.elementSum() < 0
            && Fair.isWhole(Y)
            && Fair.isWhole(back.dW(1))
            && Fair.isWhole(back.dW(2));
    return fair
        ? Optional.of(
            NetProblem.of(
                "Every weight is "
                    + a
                    + ", matrices of weights are inputs x outputs."
                    + " Which entries are equal forward, backward and after the step?",
                back,
                Y,
                0.5))
        : Optional.empty();
  }
}
