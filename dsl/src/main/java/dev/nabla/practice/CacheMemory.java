package dev.nabla.practice;

import dev.nabla.exercise.Exercise;
import dev.nabla.net.Backward;
import dev.nabla.net.Network;
import dev.nabla.net.Tanh;
import java.util.List;
import java.util.Optional;
import org.ejml.simple.SimpleMatrix;

/** What a pass has to keep for the way back. */
record CacheMemory() implements Kind {
  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Optional<Problem> draw(Draw draw) {
    int inputs = draw.integer(2, 5);
    int first = draw.integer(2, 6);
    int second = draw.integer(2, 6);
    int outputs = draw.integer(1, 3);
    int examples = draw.integer(2, 6);
    Network net =
        Network.withInputs(inputs)
            .layer(first, new Tanh())
            .layer(second, new Tanh())
            .layer(outputs)
            .loss(NetProblem.HALF_SQUARE);
    Backward both = run(net.keep("S Z"), inputs, examples);
    Backward less = run(net.keep("S"), inputs, examples);
    return Optional.of(
        new Problem(
            ("%d examples run through a net with %d inputs, hidden layers of %d and %d tanh units and a"
                    + " linear output layer of %d. How many numbers does the pass keep for the way back"
                    + " when it keeps S and Z of every layer (both), when it keeps S alone (less), and"
                    + " how many activations of hidden units are then computed again (recomputed)?")
                .formatted(examples, inputs, first, second, outputs),
            List.of(),
            id ->
                Exercise.of(id)
                    .asks("both", both.cached())
                    .asks("less", less.cached())
                    .asks("recomputed", less.recomputed())));
  }

  private static Backward run(Network net, int inputs, int examples) {
    SimpleMatrix X = SimpleMatrix.ones(inputs, examples);
    SimpleMatrix output = net.forward(X).output();
    return net.forward(X).backward(output.scale(2));
  }
}
