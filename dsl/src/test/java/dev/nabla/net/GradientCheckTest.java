package dev.nabla.net;

import static dev.nabla.Nabla.activation;
import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.hinge;
import static dev.nabla.Nabla.jacobian;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.oneHot;
import static dev.nabla.Nabla.ones;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.softmax;
import static dev.nabla.Nabla.squaredError;
import static dev.nabla.Nabla.tanh;
import static dev.nabla.net.Close.assertMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.matrix.Jacobian;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientCheckTest {

  /** The cost table that closes WS2 and WS3. */
  @ParameterizedTest
  @CsvSource({
    "1, 3, 6, 5",
    "2, 9, 72, 20",
    "4, 33, 1056, 80",
    "8, 129, 16512, 320",
    "16, 513, 262656, 1280",
    "32, 2049, 4196352, 5120"
  })
  void should_count_evaluations_and_multiplications(
      int d, long evaluations, long numeric, long analytic) {
    Backward back =
        net(d)
            .noBias()
            .layer(d)
            .layer(d)
            .loss(squaredError.half())
            .forward(ones(d, 1))
            .backward(ones(d, 1));
    GradientCheck check = back.gradientCheck().forwardDifference(1e-6);
    assertThat(check.evaluations()).isEqualTo(evaluations);
    assertThat(check.multiplications()).isEqualTo(numeric);
    assertThat(back.multiplications()).isEqualTo(analytic);
    assertThat(check.worst()).isLessThan(1e-3);
    assertThat(check.order()).isCloseTo(1, within(1e-6));
    assertThat(back.gradientCheck().order()).isNaN();
  }

  private final Backward smooth =
      net(2)
          .layer(3, tanh)
          .layer(2)
          .loss(squaredError.half().mean())
          .forward(matrix("1 2 0.5; -1 0.3 0.2"))
          .backward(matrix("1 0 1; 0 1 1"));

  @Test
  void should_find_a_right_gradient_right() {
    GradientCheck check = smooth.gradientCheck();
    assertThat(check.worst()).isLessThan(1e-8);
    assertThat(check.evaluations()).isEqualTo(2 * (6 + 3 + 6 + 2));
    assertThat(check.order()).isCloseTo(2, within(1e-2));
    assertThat(check.forwardDifference(1e-6).order()).isCloseTo(1, within(1e-1));
    assertThat(check.centralDifference(1e-3).worst()).isGreaterThan(check.worst());
  }

  @Test
  void should_find_a_wrong_slope_and_name_its_worst_entry() {
    Activation wrong = activation("wrong", s -> s * s, s -> 3 * s);
    GradientCheck check =
        net()
            .layer(matrix("1 2; 3 -1"), wrong)
            .layer(row(1, 1))
            .loss(squaredError)
            .forward(1, 2)
            .backward(1)
            .gradientCheck();
    assertThat(check.worst()).isCloseTo(1.0 / 3, within(1e-6));
    assertThat(check.worstEntry()).matches("dW1\\[[12],[12]]");
    assertThat(check.kinks()).isEmpty();
  }

  @Test
  void should_leave_out_entries_that_cross_a_kink() {
    // S1 is 0 exactly: no difference approaches a slope there.
    GradientCheck check =
        net()
            .layer(matrix("1 -1; 1 1"), column(0, 0), relu)
            .layer(row(1, 1))
            .forward(1, 1)
            .backward()
            .gradientCheck();
    assertThat(check.kinks()).containsExactly("dW1[1,1]", "dW1[1,2]", "db1[1]");
    assertThat(check.worst()).isLessThan(1e-9);
    assertThat(Close.text(check))
        .contains("left out, a kink lies within the step: dW1[1,1], dW1[1,2], db1[1]");
  }

  @Test
  void should_leave_out_entries_that_cross_a_kink_of_the_loss() {
    SimpleMatrix W = SimpleMatrix.identity(2);
    double margin = softmax.of(column(1, 0)).get(0) - softmax.of(column(1, 0)).get(1);
    Forward pass = net().layer(W, softmax).loss(hinge(margin)).forward(1, 0);
    // The second input is 0, so moving its weights moves nothing: those entries stay on the kink.
    assertThat(pass.backward(oneHot(2, 1)).gradientCheck().kinks())
        .containsExactly("dW1[1,1]", "dW1[2,1]");
  }

  @Test
  void should_check_gradients_without_a_loss() {
    GradientCheck check =
        net(2)
            .layer(3, tanh)
            .layer(2, softmax)
            .forward(1, 2)
            .backwardFrom(column(1, -2))
            .gradientCheck();
    assertThat(check.worst()).isLessThan(1e-7);
  }

  /** The gradient of the inputs against the Jacobian of the loss as a Java function of them. */
  @Test
  void should_agree_with_the_jacobian_for_the_inputs() {
    Network net = net(3).layer(4, tanh).layer(2).loss(squaredError.half());
    SimpleMatrix x = column(0.5, -1, 2);
    SimpleMatrix y = column(1, 0);
    Jacobian J = jacobian(p -> column(net.forward(p).loss(y)), x);
    Close.assertClose(net.forward(x).backward(y).dX(), J.denominatorLayout(), 1e-11);
  }

  @Test
  void should_name_entries_as_the_sheet_counts() {
    Backward folded =
        net()
            .intercept()
            .layer(matrix("1 2 3"), activation("wrong", s -> s, s -> 0))
            .names("W", "alpha")
            .forward(1, 2)
            .backward();
    assertThat(folded.gradientCheck().worstEntry()).isEqualTo("dalpha[1,1]");
  }

  @Test
  void should_show_the_worst_entry_of_each_parameter() {
    String text = Close.text(smooth.gradientCheck());
    assertThat(text)
        .containsPattern(
            "gradient check: worst entry d[Wb][12]\\[[0-9,]+], relative error [0-9.]+e-\\d+, 34 loss"
                + " evaluations \\(central differences, h = 1e-5\\)\\s+"
                + "The gradients and the differences agree\\.")
        .contains("entry", "analytic", "numeric", "relative error", "dW1[", "db1[", "dW2[", "db2[");
  }

  @Test
  void should_say_when_gradients_and_differences_do_not_agree() {
    assertThat(Close.text(smooth.gradientCheck().forwardDifference(0.5)))
        .contains(
            "The gradients and the differences do not agree: is a slope wrong, or the step h too"
                + " large?");
  }

  @Test
  void should_refuse_steps_that_are_none() {
    assertMessage(
        () -> smooth.gradientCheck().forwardDifference(0),
        "forwardDifference(0): the step is a small positive number, such as"
            + " forwardDifference(1e-6).");
    assertMessage(
        () -> smooth.gradientCheck().centralDifference(-1),
        "centralDifference(-1): the step is a small positive number, such as"
            + " centralDifference(1e-6).");
  }

  @Test
  void should_stop_when_interrupted() {
    Thread.currentThread().interrupt();
    assertMessage(smooth::gradientCheck, "gradientCheck: interrupted after 0 loss evaluations.");
  }
}
