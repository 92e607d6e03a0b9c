package dev.nabla.practice;

import dev.nabla.net.Backward;
import dev.nabla.net.LogLoss;
import dev.nabla.net.Network;
import dev.nabla.net.Scale;
import dev.nabla.net.Sigmoid;
import java.util.Optional;
import org.ejml.simple.SimpleMatrix;

/** Logistic regression from zero: the first step. */
record LogisticStep() implements Kind {
  @Override
  public String name() {
    return "logistic";
  }

  @Override
  public Optional<Problem> draw(Draw draw) {
    Network net =
        Network.withInputs(2)
            .layer(1, new Sigmoid())
            .constant(0)
            .loss(new LogLoss(Scale.NONE).mean());
    SimpleMatrix X = draw.matrix(2, 4, -3, 3);
    SimpleMatrix Y = draw.matrix(1, 4, 0, 1);
    Backward back = net.forward(X).backward(Y);
    SimpleMatrix dW = back.dW(1);
    boolean fair =
        Y.elementSum() % 2 == 1 && !Fair.hasZero(dW) && Math.abs(dW.get(0)) != Math.abs(dW.get(1));
    return fair
        ? Optional.of(
            NetProblem.of(
                "All weights are 0, so every output is 1/2. Find the gradients.", back, Y, 2))
        : Optional.empty();
  }
}
