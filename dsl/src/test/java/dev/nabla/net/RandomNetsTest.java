package dev.nabla.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Nabla;
import java.util.List;
import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients of random nets against central differences of the loss. */
class RandomNetsTest {
  private static final double STEP = 1e-5;
  private static final double RELATIVE_ERROR = 1e-6;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void should_agree_with_central_differences(long seed) {
    Random random = new Random(seed);
    List<Activation> smooth = List.of(Nabla.sigmoid, Nabla.tanh, Nabla.identity);
    int inputs = 1 + random.nextInt(4);
    int hidden = 1 + random.nextInt(4);
    int outputs = 1 + random.nextInt(3);
    SimpleMatrix W1 = uniform(random, hidden, inputs);
    SimpleMatrix b1 = uniform(random, hidden, 1);
    SimpleMatrix W2 = uniform(random, outputs, hidden);
    SimpleMatrix X = uniform(random, inputs, 1 + random.nextInt(5));
    SimpleMatrix Y = uniform(random, outputs, X.getNumCols());
    Activation f1 = smooth.get(random.nextInt(3));
    Activation f2 = smooth.get(random.nextInt(3));
    Loss loss = seed % 2 == 0 ? Nabla.squaredError.half().mean() : Nabla.squaredError;

    Backward back = Nabla.net().layer(W1, b1, f1).layer(W2, f2).loss(loss).forward(X).backward(Y);

    assertNumeric(back.dW(1), W1, m -> Nabla.net().layer(m, b1, f1).layer(W2, f2).loss(loss), X, Y);
    assertNumeric(back.db(1), b1, m -> Nabla.net().layer(W1, m, f1).layer(W2, f2).loss(loss), X, Y);
    assertNumeric(back.dW(2), W2, m -> Nabla.net().layer(W1, b1, f1).layer(m, f2).loss(loss), X, Y);
  }

  private interface NetOf {
    Network with(SimpleMatrix parameter);
  }

  private static void assertNumeric(
      SimpleMatrix gradient, SimpleMatrix at, NetOf net, SimpleMatrix X, SimpleMatrix Y) {
    for (int i = 0; i < at.getNumElements(); i++) {
      SimpleMatrix plus = at.copy();
      plus.set(i, at.get(i) + STEP);
      SimpleMatrix minus = at.copy();
      minus.set(i, at.get(i) - STEP);
      double numeric =
          (net.with(plus).forward(X).loss(Y) - net.with(minus).forward(X).loss(Y)) / (2 * STEP);
      double scale = Math.max(1e-2, Math.abs(numeric));
      assertThat(Math.abs(gradient.get(i) - numeric) / scale).isLessThan(RELATIVE_ERROR);
    }
  }

  private static SimpleMatrix uniform(Random random, int rows, int columns) {
    return SimpleMatrix.random_DDRM(rows, columns, -1, 1, random);
  }
}
