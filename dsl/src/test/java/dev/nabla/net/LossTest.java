package dev.nabla.net;

import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.crossEntropy;
import static dev.nabla.Nabla.hinge;
import static dev.nabla.Nabla.jacobian;
import static dev.nabla.Nabla.logLoss;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.oneHot;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.sigmoid;
import static dev.nabla.Nabla.softmax;
import static dev.nabla.Nabla.squaredError;
import static dev.nabla.net.Close.assertClose;
import static dev.nabla.net.Close.assertMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.display.Notation;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {
  private static final SimpleMatrix Z = matrix("1 2; 3 5");
  private static final SimpleMatrix Y = matrix("0 2; 1 1");

  @Test
  void should_say_every_factor_aloud() {
    assertThat(squaredError.of(Z, Y)).isEqualTo(21);
    assertThat(squaredError.half().of(Z, Y)).isEqualTo(10.5);
    assertThat(squaredError.mean().of(Z, Y)).isEqualTo(10.5);
    assertThat(squaredError.half().mean().of(Z, Y)).isEqualTo(5.25);
    assertThat(squaredError.mean().half().of(Z, Y)).isEqualTo(5.25);
    assertClose(squaredError.gradient(Z, Y), "2 0; 4 8", 0);
    assertClose(squaredError.half().gradient(Z, Y), "1 0; 2 4", 0);
    assertClose(squaredError.mean().half().gradient(Z, Y), "0.5 0; 1 2", 0);
  }

  @Test
  void should_show_the_formula_with_its_factor() {
    assertThat(Close.text(squaredError)).isEqualTo("squaredError: ||Z - Y||^2");
    assertThat(Close.text(squaredError.half())).isEqualTo("squaredError: 1/2 ||Z - Y||^2");
    assertThat(Close.text(squaredError.mean())).isEqualTo("squaredError: 1/N ||Z - Y||^2");
    assertThat(Close.text(squaredError.half().mean()))
        .isEqualTo("squaredError: 1/(2N) ||Z - Y||^2");
    assertThat(Close.text(logLoss)).isEqualTo("logLoss: sum(-Y log Z - (1 - Y) log(1 - Z))");
    assertThat(Close.text(crossEntropy.mean())).isEqualTo("crossEntropy: 1/N sum(-Y log Z)");
    assertThat(Close.text(hinge(.25)))
        .isEqualTo("hinge: sum over l != y of max(0, p_l - p_y + 0.25)");
  }

  @Test
  void should_write_formula_and_derivative_for_each_loss() {
    Notation z = Notation.indexed("Z", 2);
    Notation y = Notation.of("Y");
    assertThat(squaredError.half().mean().scaledFormula(z).latex())
        .isEqualTo("\\frac{1}{2N}\\lVert Z_{2} - Y\\rVert^2");
    assertThat(squaredError.half().mean().scale().notation("4").latex())
        .isEqualTo("\\frac{1}{2 \\cdot 4}");
    assertThat(squaredError.half().mean().scale().notation("4").text()).isEqualTo("1/(2*4) ");
    assertThat(squaredError.derivative(z, y).text()).isEqualTo("2 (Z2 - Y)");
    assertThat(squaredError.half().scaledDerivative(z, y, "N").text()).isEqualTo("Z2 - Y");
    assertThat(squaredError.half().mean().scaledDerivative(z, y, "N").text())
        .isEqualTo("1/N (Z2 - Y)");
    assertThat(logLoss.derivative(z, y).text()).isEqualTo("(Z2 - Y) / (Z2 (1 - Z2))");
    assertThat(crossEntropy.derivative(z, y).latex()).isEqualTo("-\\frac{Y}{Z_{2}}");
    assertThat(hinge(.1).derivative(z, y).text())
        .isEqualTo("1 for each active l, minus their number for y");
  }

  /** Targets between 0 and 1 are probabilities, as label smoothing gives them. */
  @Test
  void should_take_probabilities_as_targets() {
    // -0.3 ln 0.8 - 0.7 ln 0.2
    assertThat(logLoss.of(row(.8), row(.3))).isCloseTo(1.1935496040981333, within(1e-15));
    // -0.3 / 0.8 + 0.7 / 0.2
    assertClose(logLoss.gradient(row(.8), row(.3)), "3.125", 1e-14);
    assertThat(crossEntropy.of(column(.8, .2), column(.3, .7)))
        .isCloseTo(1.1935496040981333, within(1e-15));
    assertThat(net().layer(row(1), sigmoid).loss(logLoss).forward(Math.log(4)).loss(.3))
        .isCloseTo(1.1935496040981333, within(1e-14));
  }

  /** -ln 0.8, -ln 0.6 and so on, by hand. */
  @Test
  void should_sum_log_losses_over_outputs_and_examples() {
    assertThat(logLoss.of(row(.8, .4), row(1, 0)))
        .isCloseTo(0.22314355131420976 + 0.5108256237659907, within(1e-15));
    assertThat(logLoss.of(row(1, 0), row(1, 0))).isEqualTo(0);
    assertThat(logLoss.of(row(0), row(1))).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(crossEntropy.of(column(.6, .3, .1), oneHot(3, 2)))
        .isCloseTo(1.2039728043259361, within(1e-15));
    assertThat(crossEntropy.of(column(.6, .4, 0), oneHot(3, 1)))
        .isCloseTo(0.5108256237659907, within(1e-15));
  }

  static Stream<Loss> ofProbabilities() {
    return Stream.of(
        squaredError,
        squaredError.half(),
        logLoss,
        logLoss.mean(),
        crossEntropy,
        crossEntropy.half().mean(),
        hinge(.25),
        hinge(.3).strict().mean());
  }

  @ParameterizedTest
  @MethodSource("ofProbabilities")
  void should_have_the_gradient_that_differences_approach(Loss loss) {
    SimpleMatrix p = matrix("0.2 0.7; 0.5 0.1; 0.3 0.2");
    SimpleMatrix y = oneHot(3, 3, 1);
    SimpleMatrix gradient = loss.gradient(p, y);
    for (int i = 0; i < p.getNumElements(); i++) {
      SimpleMatrix above = p.copy();
      above.set(i, p.get(i) + 1e-6);
      SimpleMatrix below = p.copy();
      below.set(i, p.get(i) - 1e-6);
      double numeric = (loss.of(above, y) - loss.of(below, y)) / 2e-6;
      assertThat(gradient.get(i)).isCloseTo(numeric, within(1e-8));
    }
  }

  @Test
  void should_stay_exact_where_sigmoid_saturates() {
    Network net = net().layer(row(1), sigmoid).loss(logLoss);
    // log(1 + exp(-1000)) is 0, and -log sigmoid(-1000) is 1000.
    assertThat(net.forward(1000).loss(1)).isEqualTo(0);
    assertThat(net.forward(-1000).loss(1)).isEqualTo(1000);
    assertThat(net.forward(1000).loss(0)).isEqualTo(1000);
    assertThat(net.forward(-1000).backward(1).delta(1, 1)).isEqualTo(-1);
    assertThat(net.forward(-1000).backward(1).dW(1, 1, 1)).isEqualTo(1000);
    // log1p(exp(-40)) = exp(-40) to all digits
    assertThat(net.forward(40).loss(1)).isCloseTo(4.248354255291589e-18, within(1e-32));
  }

  @Test
  void should_stay_exact_where_softmax_saturates() {
    Network net = net().layer(SimpleMatrix.identity(3), softmax).loss(crossEntropy);
    assertThat(net.forward(1000, 0, -1000).loss(0, 1, 0)).isEqualTo(1000);
    assertThat(net.forward(1000, 0, -1000).loss(0, 0, 1)).isEqualTo(2000);
    assertClose(net.forward(1000, 0, -1000).backward(0, 0, 1).delta(1), "1; 0; -1", 0);
    assertThat(net.forward(matrix("1e3 0 0; 0 1e3 0; 0 0 1e3")).loss(oneHot(3, 2, 2, 2)))
        .isEqualTo(2000);
  }

  @Test
  void should_agree_with_its_parts_where_fused() {
    Forward logistic =
        net().layer(row(1, -2), sigmoid).loss(logLoss.mean()).forward(matrix("1 .5; .3 1"));
    assertFusedAgrees(logistic, row(1, 0));
    Forward classes =
        net()
            .layer(matrix("1 -1; 0 2; .5 .5"), softmax)
            .loss(crossEntropy.half())
            .forward(matrix("1 .5; .3 1"));
    assertFusedAgrees(classes, oneHot(3, 2, 1));
  }

  private static void assertFusedAgrees(Forward pass, SimpleMatrix Y) {
    Loss loss = pass.net().plan().loss();
    Backward fused = pass.backward(Y);
    Backward parts = pass.backwardFrom(loss.gradient(pass.output(), Y));
    assertThat(fused.loss()).isCloseTo(loss.of(pass.output(), Y), within(1e-15));
    assertClose(fused.delta(1), parts.delta(1), 1e-15);
    assertClose(fused.dW(1), parts.dW(1), 1e-15);
    assertClose(fused.dZ(1), parts.dZ(1), 1e-15);
  }

  @Test
  void should_refuse_targets_that_are_no_probabilities() {
    assertMessage(
        () -> logLoss.of(row(.5, .5), row(1, 2)),
        "logLoss: Y has 2.0 in row 1, column 2. Targets of logLoss are 0 or 1.");
    assertMessage(
        () -> net().layer(row(1)).loss(logLoss).forward(3).backward(1),
        "backward: Z has 3.0 in row 1, column 1. logLoss compares probabilities: give the last"
            + " layer sigmoid.");
    assertMessage(
        () -> crossEntropy.of(column(.5, .5), column(1, 1)),
        "crossEntropy: column 1 of Y sums to 2.0, but each example has one class. Write"
            + " oneHot(classes, labels), with one 1 in each column.");
    assertMessage(
        () -> hinge(.1).of(column(.5, .5), column(.5, .5)),
        "hinge: Y has 0.5, but one-hot targets are 0 and 1. Write oneHot(classes, labels).");
    assertMessage(
        () -> hinge(.1).active(column(.5, .5), column(.5, .5)),
        "hinge: Y has 0.5, but one-hot targets are 0 and 1. Write oneHot(classes, labels).");
    assertMessage(
        () -> hinge(.1).active(column(.5, .5), row(1, 0)),
        "hinge: P is 2 x 1, but Y is 1 x 2. Both need classes x examples.");
    assertMessage(
        () -> crossEntropy.of(column(.5, .5), column(2, -1)),
        "crossEntropy: Y has 2.0 in row 1, column 1. Targets of crossEntropy are 0 or 1.");
    assertMessage(
        () -> crossEntropy.gradient(column(-.5, 1.5), column(1, 0)),
        "crossEntropy: Z has -0.5 in row 1, column 1. crossEntropy compares probabilities: give the"
            + " last layer softmax.");
    assertMessage(
        () -> squaredError.gradient(row(1), row(1, 2)),
        "squaredError: Z is 1 x 1, but Y is 1 x 2. Give Y one target for each entry of Z.");
    assertMessage(
        () -> squaredError.of(row(1), row(1, 2)),
        "squaredError: Z is 1 x 1, but Y is 1 x 2. Give Y one target for each entry of Z.");
    assertMessage(
        () -> hinge(-1),
        "hinge(-1): the margin is a difference of probabilities, such as hinge(0.25).");
  }

  /** Worksheet WS4, exercise 3: the printed table of losses. */
  @Test
  void should_reproduce_the_hinge_table() {
    SimpleMatrix p = column(.6, .3, .1);
    assertThat(hinge(.25).of(p, oneHot(3, 1))).isEqualTo(0);
    assertThat(hinge(.5).of(p, oneHot(3, 1))).isCloseTo(0.2, within(1e-15));
    assertThat(hinge(.25).of(column(.5, .45, .05), oneHot(3, 1))).isCloseTo(0.2, within(1e-15));
    assertThat(hinge(.25).of(column(.2, .5, .3), oneHot(3, 1))).isCloseTo(0.9, within(1e-15));
  }

  @Test
  void should_allow_a_margin_of_zero() {
    assertThat(hinge(0).of(column(.5, .3, .2), oneHot(3, 2))).isCloseTo(0.2, within(1e-15));
  }

  @Test
  void should_count_the_kink_as_active_unless_strict() {
    SimpleMatrix p = column(.5, .25, .25);
    SimpleMatrix y = oneHot(3, 1);
    assertClose(hinge(.25).active(p, y), "0; 1; 1", 0);
    assertClose(hinge(.25).strict().active(p, y), "0; 0; 0", 0);
    assertClose(hinge(.25).gradient(p, y), "-2; 1; 1", 0);
    assertClose(hinge(.25).strict().gradient(p, y), "0; 0; 0", 0);
    assertClose(hinge(.25).half().mean().gradient(p, y), "-1; 0.5; 0.5", 0);
  }

  /** p_j (1[j in A] - n 1[j = y] - sum of p over A + n p_y), the closed form of the sheet. */
  @Test
  void should_differentiate_hinge_on_softmax_by_the_closed_form() {
    SimpleMatrix logits = matrix("1 0; 2 1; 0 3");
    SimpleMatrix target = oneHot(3, 1, 3);
    Backward back =
        net()
            .noBias()
            .layer(SimpleMatrix.identity(3), softmax)
            .loss(hinge(.25))
            .forward(logits)
            .backward(target);
    SimpleMatrix p = softmax.of(logits);
    SimpleMatrix active = hinge(.25).active(p, target);
    assertClose(active, "0 0; 1 0; 1 0", 0);
    for (int n = 0; n < 2; n++) {
      double columnSum = 0;
      double count = active.getColumn(n).elementSum();
      double sum = active.getColumn(n).dot(p.getColumn(n));
      int y = n == 0 ? 0 : 2;
      for (int j = 0; j < 3; j++) {
        double expected =
            p.get(j, n) * (active.get(j, n) - (j == y ? count : 0) - sum + count * p.get(y, n));
        assertThat(back.delta(1, j + 1, n + 1)).isCloseTo(expected, within(1e-15));
        columnSum += back.delta(1, j + 1, n + 1);
      }
      assertThat(columnSum).isCloseTo(0, within(1e-15));
    }
    SimpleMatrix o = column(1, 2, 0);
    SimpleMatrix dp = hinge(.25).gradient(softmax.of(o), oneHot(3, 1));
    assertClose(
        jacobian(softmax, o).matrix().transpose().mult(dp), back.delta(1).getColumn(0), 1e-15);
  }
}
