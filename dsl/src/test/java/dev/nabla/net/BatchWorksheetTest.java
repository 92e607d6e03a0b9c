package dev.nabla.net;

import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.squaredError;
import static dev.nabla.Nabla.truncate;
import static dev.nabla.net.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** Worksheet WS4, exercise 2; the expected numbers come from exact rational arithmetic. */
class BatchWorksheetTest {
  private static final double EXACT = 1e-15;

  private final SimpleMatrix X = matrix("0.75 0.2 -0.75 0.2; 0.8 0.05 0.8 -0.05");
  private final SimpleMatrix Y = row(1, 1, -1, -1);
  private final Network net =
      net()
          .layer(matrix("0.6 0.01; 0.7 0.43; 0 0.88"), relu)
          .layer(row(0.02, 0.03, 0.09))
          .loss(squaredError.half().mean());
  private final Forward pass = net.forward(X);
  private final Backward back = pass.backward(Y);

  @Test
  void should_compute_every_quantity_of_the_forward_pass() {
    assertClose(
        pass.S(1),
        "0.458 0.1205 -0.442 0.1195; 0.869 0.1615 -0.181 0.1185; 0.704 0.044 0.704 -0.044",
        EXACT);
    assertClose(
        pass.Z(1), "0.458 0.1205 0 0.1195; 0.869 0.1615 0 0.1185; 0.704 0.044 0.704 0", EXACT);
    assertClose(pass.slope(1), "1 1 0 1; 1 1 0 1; 1 1 1 0", 0);
    assertClose(pass.output(), "0.09859 0.011215 0.06336 0.005945", EXACT);
    assertThat(pass.loss(Y)).isCloseTo(0.49161194961875, within(EXACT));
  }

  @Test
  void should_compute_every_quantity_of_the_backward_pass() {
    assertClose(back.delta(2), "-0.2253525 -0.24719625 0.26584 0.25148625", EXACT);
    assertClose(back.dW(2), "-0.10294598625 -0.20595239625 0.017626565", EXACT);
    assertClose(
        back.dZ(1),
        """
        -0.00450705 -0.004943925 0.0053168 0.005029725
        -0.006760575 -0.0074158875 0.0079752 0.0075445875
        -0.020281725 -0.0222476625 0.0239256 0.0226337625
        """,
        EXACT);
    assertClose(
        back.delta(1),
        """
        -0.00450705 -0.004943925 0 0.005029725
        -0.006760575 -0.0074158875 0 0.0075445875
        -0.020281725 -0.0222476625 0.0239256 0
        """,
        EXACT);
    assertClose(
        back.dW(1),
        """
        -0.0033631275 -0.0041043225
        -0.00504469125 -0.00615648375
        -0.03760502625 0.001802716875
        """,
        EXACT);
    assertThat(back.loss()).isEqualTo(pass.loss(Y));
  }

  @Test
  void should_step_from_the_old_values() {
    Network next = back.step(0.5);
    assertClose(next.W(2), "0.071472993125 0.132976198125 0.0811867175", EXACT);
    assertClose(
        next.W(1),
        """
        0.60168156375 0.01205216125
        0.702522345625 0.433078241875
        0.018802513125 0.8790986415625
        """,
        EXACT);
    assertThat(next.forward(X).loss(Y)).isCloseTo(0.4657118312706316, within(EXACT));
    assertClose(net.W(2), "0.02 0.03 0.09", 0);
  }

  @Test
  void should_show_the_digits_of_the_sheet_when_truncated() {
    assertClose(truncate(back.dW(2), 4), "-.1029 -.2059 .0176", 0);
    assertClose(truncate(pass.output(), 4), ".0985 .0112 .0633 .0059", 0);
  }
}
