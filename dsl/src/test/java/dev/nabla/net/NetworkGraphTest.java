package dev.nabla.net;

import static dev.nabla.Nabla.activation;
import static dev.nabla.Nabla.crossEntropy;
import static dev.nabla.Nabla.identity;
import static dev.nabla.Nabla.logLoss;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.sigmoid;
import static dev.nabla.Nabla.softmax;
import static dev.nabla.Nabla.squaredError;
import static dev.nabla.Nabla.tanh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.graph.Gradients;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two implementations that check each other: the graph of a net, and the net. */
class NetworkGraphTest {
  private static final double TOLERANCE = 1e-12;

  static Stream<Network> nets() {
    return Stream.of(
        net(2).layer(3, relu).layer(1).loss(squaredError.half()),
        net(3).layer(4, sigmoid).layer(3, tanh).layer(2, identity).loss(squaredError),
        net(2).noBias().layer(3, tanh).layer(2).loss(squaredError.half().mean()),
        net(4).noBias().inputsByOutputs().layer(3, sigmoid).layer(2, tanh).loss(squaredError),
        net(3).layer(2, tanh).layer(1, sigmoid).loss(logLoss),
        net(2).layer(3, relu).layer(3, softmax).loss(crossEntropy),
        net(1).layer(1).loss(squaredError));
  }

  @ParameterizedTest
  @MethodSource("nets")
  void should_give_the_gradients_of_the_net(Network net) {
    for (int seed = 1; seed <= 5; seed++) {
      Network numbers = net.random(seed);
      Random random = new Random(seed);
      SimpleMatrix x = SimpleMatrix.random_DDRM(numbers.plan().units(0), 1, -2, 2, random);
      int outputs = numbers.plan().units(numbers.plan().depth());
      SimpleMatrix y = new SimpleMatrix(outputs, 1);
      y.set(random.nextInt(outputs), 0, 1);
      Backward expected = numbers.forward(x).backward(y);

      List<Object> given = new ArrayList<>(List.of("x", x, "y", y));
      for (int l = 1; l <= numbers.plan().depth(); l++) {
        given.addAll(List.of("W" + l, numbers.W(l)));
        if (numbers.plan().hasBias(l)) {
          given.addAll(List.of("b" + l, numbers.b(l)));
        }
      }
      Gradients actual = numbers.graph().at(given.toArray()).backward();

      assertThat(actual.gradient("x").isIdentical(expected.dX(), TOLERANCE)).isTrue();
      for (int l = 1; l <= numbers.plan().depth(); l++) {
        assertThat(actual.gradient("W" + l).isIdentical(expected.dW(l), TOLERANCE))
            .as(numbers + " W" + l + "\n" + actual.gradient("W" + l) + expected.dW(l))
            .isTrue();
        if (numbers.plan().hasBias(l)) {
          assertThat(actual.gradient("b" + l).isIdentical(expected.db(l), TOLERANCE)).isTrue();
        }
      }
    }
  }

  @Test
  void should_write_the_net_as_formulas() {
    assertThat(
            net(2).layer(3, activation("g")).layer(1).loss(squaredError.half()).graph().toString())
        .contains("S1 = W1 x + b1")
        .contains("Z1 = g(S1)")
        .contains("S2 = W2 Z1 + b2")
        .contains("L = 1/2 (Z2 - y)^2");
  }

  @Test
  void should_say_what_a_formula_cannot() {
    assertThatThrownBy(() -> net().layer(3).graph())
        .hasMessage(
            "graph: this net has not met its inputs yet. Write net(2).layer(...), or take the net of"
                + " a pass: net.forward(x).net().graph().");
    assertThatThrownBy(() -> net(2).intercept().layer(3).graph())
        .hasMessage(
            "graph: intercept() folds b into the weights, which a formula cannot say. Write the"
                + " same net with layer(W, b).");
  }
}
