package dev.nabla;

import static dev.nabla.Nabla.*;
import static java.lang.Math.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.display.Display;
import dev.nabla.net.Forward;
import dev.nabla.net.Network;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** The cells of the worksheets that use networks, as a student types them. */
class NetworkCellsTest {

  /** What a cell shows as text, lines without blank ones. */
  private static String shown(Object value) {
    return Display.bundle(value, null)
        .get(Display.TEXT)
        .lines()
        .filter(line -> !line.isBlank())
        .reduce((a, b) -> a + "\n" + b)
        .orElse("");
  }

  private static String[] captions(Object value) {
    return shown(value)
        .lines()
        .filter(line -> line.matches(".* - \\d+ x \\d+.*|\\S+ = \\S+"))
        .map(line -> line.replaceAll(" - .*| = .*", ""))
        .toArray(String[]::new);
  }

  @Test
  void should_show_the_first_cell() {
    assertThat(shown(net().layer(3, relu).layer(1)))
        .isEqualTo("net: ? inputs -> 3 relu -> 1, waits for its first data; weights random(1)");
    Forward pass = net().layer(3, relu).layer(1).forward(matrix("0.75 0.2; 0.8 0.05"));
    assertThat(captions(pass)).containsExactly("X", "W1", "b1", "S1", "Z1", "W2", "b2", "S2", "Z2");
  }

  @Test
  void should_show_passes_gradients_and_steps_of_ws4() {
    var W1 = matrix("0.6 0.01; 0.7 0.43; 0 0.88");
    var W2 = row(0.02, 0.03, 0.09);
    var X = matrix("0.75 0.2 -0.75 0.2; 0.8 0.05 0.8 -0.05");
    var Y = row(1, 1, -1, -1);
    var net = net().layer(W1, relu).layer(W2).loss(squaredError.half().mean());
    var pass = net.forward(X);
    assertThat(shown(pass))
        .startsWith("forward: S1 3 x 4, Z1 3 x 4, S2 1 x 4, Z2 1 x 4\n")
        .contains("S1 - 3 x 4 - hidden x examples\n");
    assertThat(captions(pass)).containsExactly("X", "S1", "Z1", "S2", "Z2");
    var back = pass.backward(Y);
    assertThat(captions(back))
        .containsExactly("delta2", "dL/dW2", "dL/dZ1", "f'(S1)", "delta1", "dL/dW1", "dL/dX");
    var next = back.step(0.5);
    assertThat(captions(next))
        .containsExactly("old W1", "dL/dW1", "new W1", "old W2", "dL/dW2", "new W2");
    assertThat(shown(next))
        .startsWith("net: 2 inputs -> 3 relu -> 1, no bias, loss 1/(2N) ||Z2 - Y||^2");
    assertThat(shown(expect(back.dW(2), "-.1029 -.2059 .0176", 1e-4))).startsWith("✓ dL/dW2");
    assertThat(shown(truncate(back.dW(2), 4))).contains("-0.1029  -0.2059  0.0176");
    assertThat(shown(back.explain("dW1"))).contains("dL/dW1 = delta1 X^T");
    var delta1 = W2.transpose().mult(back.delta(2)).elementMult(pass.slope(1));
    expect(delta1, back.delta(1));
    assertThat(shown(back.gradientCheck())).contains("dW1[3,", "18 loss evaluations");
    assertThat(shown(net(2).layer(3, activation("f1")).layer(1, activation("f2")))).isNotEmpty();
  }

  @Test
  void should_show_the_layers_of_ws5() {
    var net =
        net()
            .intercept()
            .layer(matrix("2 1 0; 0 2 0"), relu)
            .layer(row(0, 1, 2))
            .loss(squaredError.half())
            .names("W", "alpha beta")
            .names("S", "a")
            .names("Z", "z yhat");
    var pass = net.forward(1, 2);
    assertThat(captions(pass)).containsExactly("X", "a", "z", "S2", "yhat");
    var back = pass.backward(3);
    assertThat(shown(back.step(0.1))).contains("new alpha - 2 x 3 - hidden x inputs");
    assertThat(shown(back.dW(1)))
        .isEqualTo(
            """
            dL/dalpha - 2 x 3 - hidden x inputs
                x0  x1  x2
            z1   4   4   8
            z2   8   8  16""");
  }

  @Test
  void should_show_the_descent_of_ws1() {
    var net = net(2).layer(4, sigmoid).layer(1).names("W", "W0 W1").names("b", "b0 b1");
    var zero = net.constant(0).forward(0.3, -2).backward();
    expect(zero.dW(2), "0.5 0.5 0.5 0.5", 0);
    expect(zero.db(2), "1", 0);
    expect(zero.dW(1), zeros(4, 2), 0);
    expect(zero.db(1), zeros(4, 1), 0);
    var X = matrix("0 0 1 1; 0 1 0 1");
    var Y = row(0, 1, 1, 0);
    var same = net.constant(0.5).loss(squaredError.half().mean());
    var run = same.train(X, Y).rate(0.5).watch("spread", n -> rowSpread(n.W(1))).epochs(100);
    assertThat(shown(run))
        .isEqualTo("train: 100 epochs, rate 0.5, loss 1.18 -> 0.124\nspread: 0 -> 0, min 0, max 0");
    assertThat(shown(run.net().collapse())).startsWith("net: 2 inputs -> 1 sigmoid -> 1");
    for (int t = 1; t <= 100; t++) {
      same = same.forward(X).backward(Y).step(0.5);
    }
    expect(rowSpread(same.W(1)), 0, 0);
    assertThat(same.random(7).train(X, Y).rate(1).epochs(3000).losses()).hasSize(3001);
  }

  @Test
  void should_show_the_symmetry_of_ws2() {
    var net =
        net(3)
            .noBias()
            .inputsByOutputs()
            .layer(4, sigmoid)
            .layer(2, sigmoid)
            .constant(0.3)
            .loss(squaredError.half());
    var back = net.forward(1, 2, 3).backward(0, 1);
    assertThat(rowSpread(back.delta(1))).isEqualTo(0);
    assertThat(rowSpread(back.delta(2))).isGreaterThan(0.1);
    assertThat(rowSpread(net.forward(1, 2, 3).backward(1, 1).delta(2))).isEqualTo(0);
    var after = back.step(0.5);
    assertThat(columnSpread(after.W(1))).isEqualTo(0);
    assertThat(rowSpread(after.W(2))).isEqualTo(0);
    expect(
        net(3)
            .noBias()
            .layer(4, tanh)
            .layer(3, softmax)
            .constant(0.3)
            .loss(crossEntropy)
            .forward(1, 2, 3)
            .backward(0, 1, 0)
            .delta(2),
        "1/3; -2/3; 1/3",
        1e-15);
    var run =
        net.train(column(1, 2, 3), column(0, 1))
            .rate(0.5)
            .watch("w1 along j", n -> columnSpread(n.W(1)))
            .watch("w2 along i", n -> rowSpread(n.W(2)))
            .epochs(100);
    assertThat(run.watched("w1 along j")).containsOnly(0);
    assertThat(run.watched("w2 along i")).containsOnly(0);
  }

  /** With a = 0 and g(0) = 0 nothing ever moves; sigmoid moves w2 by 1/16 in the first step. */
  @Test
  void should_stand_still_from_zero_as_ws2_warns() {
    var still =
        net(3)
            .noBias()
            .inputsByOutputs()
            .layer(4, tanh)
            .layer(2, tanh)
            .constant(0)
            .loss(squaredError.half());
    expect(still.forward(1, 2, 3).backward(0, 1).dW(2), zeros(4, 2), 0);
    var moves =
        net(3)
            .noBias()
            .inputsByOutputs()
            .layer(4, sigmoid)
            .layer(2, sigmoid)
            .constant(0)
            .loss(squaredError.half());
    var back = moves.forward(1, 2, 3).backward(0, 1);
    expect(back.dW(2), "1/16 -1/16; 1/16 -1/16; 1/16 -1/16; 1/16 -1/16", 0);
    expect(back.dW(1), zeros(3, 4), 0);
  }

  /** A plain Java program: the net as data, no notebook. */
  private static Network descend(
      Network net, SimpleMatrix X, SimpleMatrix Y, double rate, int steps) {
    for (int t = 0; t < steps; t++) {
      net = net.forward(X).backward(Y).step(rate);
    }
    return net;
  }

  @Test
  void should_run_outside_a_notebook() {
    var net = net(1).layer(1).loss(squaredError.half().mean());
    var X = row(0, 1, 2);
    Network learned = descend(net, X, row(1, 3, 5), 0.3, 500);
    expect(learned.W(1), "2", 1e-9);
    expect(learned.b(1), "1", 1e-9);
    assertThat(max(1, 2)).isEqualTo(2);
  }
}
