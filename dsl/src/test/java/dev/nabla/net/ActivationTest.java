package dev.nabla.net;

import static dev.nabla.Nabla.activation;
import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.identity;
import static dev.nabla.Nabla.jacobian;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.sigmoid;
import static dev.nabla.Nabla.softmax;
import static dev.nabla.Nabla.squaredError;
import static dev.nabla.Nabla.tanh;
import static dev.nabla.net.Close.assertClose;
import static dev.nabla.net.Close.assertMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationTest {

  /** Values to 16 digits from arbitrary-precision arithmetic. */
  @Test
  void should_compute_sigmoid_exactly_on_both_sides() {
    assertThat(sigmoid.of(0)).isEqualTo(0.5);
    assertThat(sigmoid.of(2)).isCloseTo(0.8807970779778824, within(2e-16));
    assertThat(sigmoid.of(-2)).isCloseTo(0.1192029220221176, within(1e-16));
    assertThat(sigmoid.of(-30)).isCloseTo(9.357622968839299e-14, within(1e-28));
    assertThat(sigmoid.of(1e3)).isEqualTo(1);
    assertThat(sigmoid.of(-1e3)).isEqualTo(0);
    assertThat(sigmoid.of(-700)).isCloseTo(9.859676543759770e-305, within(1e-318));
    assertThat(sigmoid.slope(0)).isEqualTo(0.25);
    assertThat(sigmoid.slope(1e3)).isEqualTo(0);
    assertThat(sigmoid.of(Double.NaN)).isNaN();
  }

  @Test
  void should_let_relu_choose_its_slope_at_zero() {
    assertThat(relu.slope(0)).isEqualTo(0);
    assertThat(relu.slopeAtZero(1).slope(0)).isEqualTo(1);
    assertThat(relu.slopeAtZero(.5).slope(0)).isEqualTo(.5);
    assertThat(relu.slopeAtZero(1).slope(-1e-300)).isEqualTo(0);
    assertThat(relu.slopeAtZero(0).slope(0)).isEqualTo(0);
    assertThat(relu.of(-2)).isEqualTo(0);
    assertThat(1 / relu.of(-0.0)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(relu.of(Double.NaN)).isNaN();
    assertMessage(
        () -> relu.slopeAtZero(2),
        "relu.slopeAtZero(2): at 0 any slope from 0 to 1 is a subgradient, others are not.");
  }

  @Test
  void should_leak_below_zero() {
    Relu leaky = relu.leaky(0.01);
    assertThat(leaky.of(-3)).isEqualTo(-0.03);
    assertThat(leaky.of(3)).isEqualTo(3);
    assertThat(leaky.slope(-3)).isEqualTo(0.01);
    assertThat(leaky.slope(0)).isEqualTo(0.01);
    assertThat(leaky.slopeAtZero(1).slope(0)).isEqualTo(1);
    assertThat(leaky.name()).isEqualTo("leaky relu");
    assertMessage(
        () -> relu.leaky(1),
        "relu.leaky(1): the slope below 0 lies between 0 and 1, such as relu.leaky(0.01).");
    assertMessage(
        () -> relu.leaky(0),
        "relu.leaky(0): the slope below 0 lies between 0 and 1, such as relu.leaky(0.01).");
  }

  /** All that the language offers, and variants. */
  static Stream<Elementwise> elementwise() {
    return Stream.concat(
        Offered.of(Elementwise.class).stream(),
        Stream.of(
            relu.leaky(.2),
            relu.slopeAtZero(1),
            activation("cube", s -> s * s * s, s -> 3 * s * s)));
  }

  @Test
  void should_test_what_is_offered() {
    assertThat(elementwise()).contains(identity, sigmoid, tanh, relu);
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void should_have_the_slope_that_differences_approach(Elementwise f) {
    for (double s = -3.05; s < 3.1; s += 0.1) {
      double h = 1e-5;
      double numeric = (f.of(s + h) - f.of(s - h)) / (2 * h);
      assertThat(f.slope(s)).as("%s at %s", f.name(), s).isCloseTo(numeric, within(2e-9));
      assertThat(f.slope(column(s)).get(0)).isEqualTo(f.slope(s));
    }
  }

  /** What is kept of a layer depends on it. */
  @ParameterizedTest
  @MethodSource("elementwise")
  void should_say_whether_its_slope_can_do_without_s(Elementwise f) {
    boolean fromZ =
        DoubleStream.of(-2.5, -1, -0.3, 0, 0.3, 1, 2.5)
            .allMatch(s -> f.slope(Double.NaN, f.of(s)) == f.slope(s, f.of(s)));

    assertThat(f.slopeFromZ()).as("slopeFromZ() of %s", f.name()).isEqualTo(fromZ);
  }

  @ParameterizedTest
  @MethodSource("elementwise")
  void should_treat_a_matrix_entry_by_entry(Elementwise f) {
    SimpleMatrix s = matrix("-1.5 0.5 0; 2 -0.25 3");
    SimpleMatrix z = f.of(s);
    SimpleMatrix delta = new SimpleMatrix(2, 3);
    SimpleMatrix dZ = matrix("1 2 3; 4 5 6");
    f.backward(s.getDDRM(), z.getDDRM(), dZ.getDDRM(), delta.getDDRM());
    for (int i = 0; i < 6; i++) {
      assertThat(z.get(i)).isEqualTo(f.of(s.get(i)));
      assertThat(delta.get(i)).isEqualTo(dZ.get(i) * f.slope(s.get(i)));
    }
  }

  @Test
  void should_keep_softmax_finite_for_large_numbers() {
    assertClose(softmax.of(column(1000, 1000)), "0.5; 0.5", 0);
    assertClose(softmax.of(column(-1e3, 0, 1e3)), "0; 0; 1", 0);
    assertClose(softmax.of(matrix("1e3 0 0; 0 1e3 0; 0 0 1e3")), SimpleMatrix.identity(3), 0);
    assertClose(softmax.of(matrix("1 0; 1 5; 1 0")).rows(0, 1), "1/3 0.006648", 1e-6);
  }

  /** exp(1), exp(2) and 1 over their sum, by hand. */
  @Test
  void should_compute_softmax_and_its_jacobian() {
    assertClose(
        softmax.of(column(1, 2, 0)),
        "0.24472847105479764; 0.6652409557748218; 0.09003057317038046",
        1e-16);
    assertClose(
        jacobian(softmax, column(1, 2, 0)).matrix(),
        jacobian(softmax::of, column(1, 2, 0)).matrix(),
        1e-10);
    assertMessage(
        () -> jacobian(softmax, matrix("1 2; 3 4")),
        "jacobian: s is 2 x 2, but softmax has one Jacobian for each example. Give it a column.");
  }

  @Test
  void should_have_a_diagonal_jacobian_entry_by_entry() {
    assertClose(jacobian(relu, column(2, -1)).matrix(), "1 0; 0 0", 0);
    assertMessage(
        () -> jacobian(relu, row(1, 2)),
        "jacobian: the point is 1 x 2, but it must be a column, one example.");
  }

  @Test
  void should_explain_that_a_symbol_has_no_values() {
    Network net = net(2).layer(3, activation("g")).layer(1).loss(squaredError);
    assertMessage(
        () -> net.forward(1, 2),
        "forward: g in layer 1 is a symbol without values. Use explain() or draw(), or give it:"
            + " activation(\"g\", x -> ..., x -> ...).");
    assertMessage(
        () -> activation("g").of(column(1)),
        "g is a symbol without values. Use explain() or draw(), or give it: activation(\"g\", x ->"
            + " ..., x -> ...).");
  }

  @Test
  void should_refuse_a_slope_for_what_mixes_units() {
    Forward pass = net(2).layer(2, softmax).forward(1, 2);
    assertMessage(
        () -> pass.slope(1),
        "slope(1): softmax mixes the units of an example, so its derivative is a matrix for each"
            + " one. Write jacobian(softmax, s) for a column s.");
  }

  @Test
  void should_show_formula_and_derivative() {
    assertThat(Close.text(sigmoid)).isEqualTo("sigmoid: 1/(1 + exp(-s)), derivative z (1 - z)");
    assertThat(Close.text(tanh)).isEqualTo("tanh: tanh(s), derivative 1 - z^2");
    assertThat(Close.text(identity)).isEqualTo("identity: s, derivative 1");
    assertThat(Close.text(relu))
        .isEqualTo("relu: max(0, s), derivative 1 if s > 0, 0 if s < 0, 0 at 0");
    assertThat(Close.text(relu.leaky(.1)))
        .isEqualTo(
            "leaky relu: s if s > 0, 0.1 s below, derivative 1 if s > 0, 0.1 if s < 0, 0.1 at 0");
    assertThat(Close.text(softmax))
        .isEqualTo("softmax: exp(s_j) / sum_l exp(s_l), derivative p_l (1[l=j] - p_j)");
    assertThat(Close.text(activation("g"))).isEqualTo("g: g(s), derivative g'(s)");
    assertThat(Close.text(activation("phi", s -> s, s -> 1)))
        .isEqualTo("phi: phi(s), derivative phi'(s)");
  }
}
