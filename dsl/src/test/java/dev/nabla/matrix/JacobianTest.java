package dev.nabla.matrix;

import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.expect;
import static dev.nabla.Nabla.jacobian;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.ones;
import static dev.nabla.Nabla.tanh;
import static dev.nabla.Nabla.unvec;
import static dev.nabla.Nabla.vec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class JacobianTest {
  private final SimpleMatrix A = matrix("1 2 3; 4 5 6");

  /** Worksheet WS5, 1.5 and 1.6. */
  @Test
  void should_be_the_matrix_of_a_linear_map_and_its_transpose_in_denominator_layout() {
    Jacobian J = jacobian(x -> A.mult(x), column(1, 1, 1));
    expect(J.matrix(), A, 0);
    expect(J.denominatorLayout(), A.transpose(), 0);
    assertThat(J.denominatorLayout().view().note()).isEqualTo("denominator layout");
  }

  private static double f(double u, double v) {
    return u == 0 && v == 0 ? 0 : u * u * v / (u * u + v * v);
  }

  /** Worksheet WS1, 1a: both Jacobians exist, yet their product 0 is not the derivative 1/2. */
  @Test
  void should_multiply_shapes_in_the_chain_rule() {
    Jacobian Jf = jacobian(p -> column(f(p.get(0), p.get(1))), column(0, 0));
    Jacobian Jg = jacobian(t -> column(t.get(0), t.get(0)), column(0));
    Jacobian product = Jf.times(Jg);
    expect(product.matrix(), "0", 0);
    assertThat(product.toString()).startsWith("(1 x 2)(2 x 1) = 1 x 1");
    assertThatThrownBy(() -> Jf.times(jacobian(t -> t, column(1, 2, 3))))
        .hasMessage(
            "times: the outer Jacobian is 1 x 2, the inner 3 x 3. 2 is not 3: the outer function"
                + " needs one input for each output of the inner one.");
  }

  /** Worksheet WS1, 1c: dy_k/dW_ij = (1 - y_k^2) A_ki u_j for y = tanh(A W u). */
  @Test
  void should_have_one_slice_for_each_output_of_a_function_of_a_matrix() {
    SimpleMatrix A4 = matrix("1 0; 2 1; 0 3; 1 1").scale(0.1);
    SimpleMatrix u = column(1, 2, 3);
    SimpleMatrix W = matrix("1 0 2; 0 1 1");
    Jacobian J = jacobian(M -> tanh(A4.mult(M.mult(u))), W);
    SimpleMatrix y = tanh(A4.mult(W.mult(u)));
    for (int k = 0; k < 4; k++) {
      SimpleMatrix slice =
          A4.getRow(k).transpose().mult(u.transpose()).scale(1 - y.get(k) * y.get(k));
      expect(J.slice(k + 1), slice, 1e-12);
      expect(J.flatten().getRow(k), vec(slice).transpose(), 1e-12);
      expect(J.flattenByRows().getRow(k), vec(slice.transpose()).transpose(), 1e-12);
    }
    SimpleMatrix v = column(1, -1, 0, 2);
    SimpleMatrix dL = unvec(J.flatten().transpose().mult(v), 2, 3);
    SimpleMatrix direct =
        A4.transpose().mult(v.elementMult(ones(4, 1).minus(y.elementMult(y)))).mult(u.transpose());
    expect(dL, direct, 1e-12);
    assertThat(J.toString().lines().filter(line -> line.startsWith("dy")))
        .hasSize(4)
        .first()
        .asString()
        .startsWith("dy1/dW - 2 x 3");
  }

  @Test
  void should_say_why_a_matrix_input_has_no_single_matrix() {
    Jacobian J = jacobian(W -> W.mult(column(1, 1)), matrix("1 2; 3 4; 5 6"));
    assertThatThrownBy(J::matrix)
        .hasMessage(
            "matrix(): the input is 3 x 2, so the derivative has three indices. Look at slice(1) to"
                + " slice(3), or at flatten(), which is 3 x 6.");
    assertThatThrownBy(() -> J.slice(0))
        .hasMessage("slice(0): there is one for each output, 1 to 3.");
    assertThatThrownBy(() -> jacobian(x -> A, column(1)))
        .hasMessage(
            "jacobian: the function gives 2 x 3, but it must give a column. Stack its columns with"
                + " vec(...).");
  }

  @Test
  void should_know_its_point_and_its_factors() {
    Jacobian inner = jacobian(x -> x.elementMult(x), column(1, 2));
    Jacobian outer = jacobian(u -> u.elementMult(u), column(1, 4));

    assertThat(outer.times(inner).factors()).containsExactly(outer, inner);
    assertThat(outer.times(inner).at().isIdentical(column(1, 2), 0)).isTrue();
    assertThat(outer.times(inner).at(column(3, 3))).isEmpty();
    assertThat(inner.factors()).isEmpty();
    SimpleMatrix elsewhere = inner.at(column(3, -1)).orElseThrow().matrix();
    assertThat(elsewhere.isIdentical(matrix("6 0; 0 -2"), 1e-9)).isTrue();
  }
}
