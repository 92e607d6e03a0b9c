package dev.nabla.net;

import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.crossEntropy;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.sigmoid;
import static dev.nabla.Nabla.softmax;
import static dev.nabla.Nabla.squaredError;
import static dev.nabla.net.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** Worked examples of others, to the digits they print. */
class PublishedExamplesTest {

  /** M. Mazur, A step by step backpropagation example, 2015. */
  private static Network mazur(SimpleMatrix W1, SimpleMatrix W2) {
    return net()
        .layer(W1, column(.35, .35), sigmoid)
        .layer(W2, column(.60, .60), sigmoid)
        .loss(squaredError.half());
  }

  @Test
  void should_work_the_two_two_two_sigmoid_net_of_mazur() {
    Forward pass = mazur(matrix(".15 .20; .25 .30"), matrix(".40 .45; .50 .55")).forward(.05, .10);
    assertThat(pass.S(1, 1)).isCloseTo(0.3775, within(1e-12));
    assertClose(pass.Z(1), "0.593269992; 0.596884378", 1e-9);
    assertClose(pass.Z(2), "0.75136507; 0.772928465", 1e-8);
    assertThat(pass.loss(.01, .99)).isCloseTo(0.298371109, within(1e-9));
    Backward back = pass.backward(.01, .99);
    assertThat(back.dW(2, 1, 1)).isCloseTo(0.082167041, within(1e-9));
    assertThat(back.dW(1, 1, 1)).isCloseTo(0.000438568, within(1e-9));
    Network next = back.step(0.5);
    assertClose(next.W(2), "0.35891648 0.408666186; 0.511301270 0.561370121", 1e-9);
    assertClose(next.W(1), "0.149780716 0.19956143; 0.24975114 0.29950229", 1e-8);
  }

  /** An independent program agrees with ours in the digits where his run ends differently. */
  @Test
  void should_reach_the_loss_of_mazur_after_ten_thousand_steps_with_fixed_biases() {
    SimpleMatrix W1 = matrix(".15 .20; .25 .30");
    SimpleMatrix W2 = matrix(".40 .45; .50 .55");
    for (int t = 0; t < 10_000; t++) {
      Network next = mazur(W1, W2).forward(.05, .10).backward(.01, .99).step(0.5);
      W1 = next.W(1);
      W2 = next.W(2);
      if (t == 0) {
        assertThat(mazur(W1, W2).forward(.05, .10).loss(.01, .99))
            .isCloseTo(0.291027924, within(2e-7));
      }
    }
    Forward pass = mazur(W1, W2).forward(.05, .10);
    assertThat(pass.loss(.01, .99)).isCloseTo(0.0000351085, within(1e-8));
    assertClose(pass.output(), "0.015912196; 0.984065734", 1e-5);
  }

  /** J. Han, M. Kamber and J. Pei, Data Mining, third edition, example 9.1. */
  @Test
  void should_work_the_three_two_one_net_of_han_kamber_and_pei() {
    Forward pass =
        net()
            .layer(matrix(".2 .4 -.5; -.3 .1 .2"), column(-.4, .2), sigmoid)
            .layer(row(-.3, -.2), column(.1), sigmoid)
            .loss(squaredError.half())
            .forward(1, 0, 1);
    assertClose(pass.S(1), "-0.7; 0.1", 1e-12);
    assertClose(pass.Z(1), "0.332; 0.525", 5e-4);
    assertClose(pass.output(), "0.474", 5e-4);
    Backward back = pass.backward(1);
    // Their errors are minus delta.
    assertClose(back.delta(2), "-0.1311", 1e-4);
    assertClose(back.delta(1), "0.0087; 0.0065", 1e-4);
    Network next = back.step(0.9);
    assertClose(next.W(2), "-0.261 -0.138", 5e-4);
    assertClose(next.W(1), "0.192 0.4 -0.508; -0.306 0.1 0.194", 5e-4);
    assertClose(next.b(2), "0.218", 5e-4);
    assertClose(next.b(1), "-0.408; 0.194", 5e-4);
  }

  /** M. Hagan and others, Neural Network Design, chapter 11: approximating 1 + sin(pi p / 4). */
  @Test
  void should_work_the_one_two_one_net_of_hagan() {
    Forward pass =
        net()
            .layer(column(-.27, -.41), column(-.48, -.13), sigmoid)
            .layer(row(.09, -.17), column(.48))
            .loss(squaredError)
            .forward(1);
    assertClose(pass.Z(1), "0.321; 0.368", 5e-4);
    assertClose(pass.output(), "0.446", 5e-4);
    Backward back = pass.backward(1 + Math.sin(Math.PI / 4));
    assertClose(back.delta(2), "-2.522", 1e-3);
    assertClose(back.delta(1), "-0.0495; 0.0997", 1e-4);
    Network next = back.step(0.1);
    assertClose(next.W(2), "0.171 -0.0772", 5e-4);
    assertClose(next.b(2), "0.732", 5e-4);
    assertClose(next.W(1), "-0.265; -0.420", 5e-4);
    assertClose(next.b(1), "-0.475; -0.140", 5e-4);
  }

  /** CS231n, Optimization 2: a sigmoid unit with weights 2, -3, -3 at -1, -2. */
  @Test
  void should_work_the_single_unit_of_cs231n() {
    Backward back = net().layer(row(2, -3), column(-3), sigmoid).forward(-1, -2).backward();
    assertClose(back.pass().output(), "0.73", 5e-3);
    assertClose(back.dW(1), "-0.20 -0.39", 5e-3);
    assertClose(back.db(1), "0.20", 5e-3);
    assertClose(back.dX(), "0.39; -0.59", 5e-3);
  }

  /** CS231n, Linear classification: softmax of the scores 3.2, 5.1, -1.7 for the first class. */
  @Test
  void should_work_the_softmax_scores_of_cs231n() {
    assertClose(softmax.of(column(3.2, 5.1, -1.7)), "0.13; 0.87; 0.00", 5e-3);
    assertThat(crossEntropy.of(softmax.of(column(3.2, 5.1, -1.7)), column(1, 0, 0)))
        .isCloseTo(2.04, within(5e-3));
  }
}
