package dev.nabla.graph;

import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.derivative;
import static dev.nabla.Nabla.graph;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.sigmoid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.display.Display;
import dev.nabla.display.Showable;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every graph and calculus problem of the worksheets: the answers of the answer key. */
class WorksheetGraphTest {
  private static final Graph SQUARES =
      graph(
          """
          a = (w + x + y)^2
          b = (x - y - z)^2
          v = c (a - b)^2
          """);

  private static final Graph HIDDEN_SUM =
      graph(
          """
          W: n x d, x: d, b: n, phi: R -> R
          z = W x + b
          r = y - sum(phi(z))
          f = r^2
          """);

  private static final Graph TWO_LAYERS =
      graph(
          """
          W1: h x d, b: h, x: d, W2: p x h, y: p, Phi: R -> R
          x1 = W1 x + b
          x2 = Phi(x1)
          r = W2 x2 - y
          l = 1/2 ||r||^2
          """);

  private static String text(Showable value) {
    return Display.text(value.view());
  }

  /** WS1 2a, 2b. */
  @ParameterizedTest
  @CsvSource({
    "c, 1, (a - b)^2",
    "w, 1, 4 c (a - b) (w + x + y)",
    "x, 2, 4 c (a - b) (w + 2 y + z)",
    "y, 2, 4 c (a - b) (w + 2 x - z)",
    "z, 1, 4 c (a - b) (x - y - z)",
    "a, 1, 2 c (a - b)",
    "b, 1, -2 c (a - b)"
  })
  void should_write_the_squares_as_the_sheet_does(String by, int paths, String closedForm) {
    assertThat(SQUARES.derivative("v", by).toString())
        .startsWith("dv/d" + by + " = " + closedForm + ", with ");
    assertThat(SQUARES.chainRule("v", by).paths()).isEqualTo(paths);
    assertThat(SQUARES.derivative("v", by).equalTo(closedForm).isEqual()).isTrue();
  }

  /** WS1 2, with the sum that the sheet prints as a product put right. */
  @Test
  void should_show_paths_partials_and_closed_form() {
    assertThat(text(SQUARES.chainRule("v", "x")))
        .isEqualTo(
            """
            dv/dx
            1. 2 paths
               dv/dx = dv/da da/dx + dv/db db/dx
            2. local partial
               dv/da = 2 c (a - b)
            3. local partial
               da/dx = 2 (w + x + y)
            4. local partial
               dv/db = -2 c (a - b)
            5. local partial
               db/dx = 2 (x - y - z)
            6. put together. With a = (w + x + y)^2, b = (x - y - z)^2.
               dv/dx = 2 c (a - b) * 2 (w + x + y) + (-2 c (a - b)) * 2 (x - y - z)
                     = 4 c (a - b) (w + 2 y + z)""");
  }

  @Test
  void should_typeset_what_names_and_shapes_stand_for() {
    assertThat(markdown(SQUARES.chainRule("v", "x")))
        .contains(
            "**6\\. put together** With $a = {\\left(w + x + y\\right)}^{2}$,"
                + " $b = {\\left(x - y - z\\right)}^{2}$.");
    assertThat(markdown(graph("W: h x d, x: d, b: h; y = W x + b; s = sum(y)").chainRule("s", "b")))
        .contains(
            "Shapes: $(1 \\times h)(h \\times h) = 1 \\times h$, written in the shape of $b$,");
  }

  private static String markdown(Showable value) {
    return Display.bundle(value, null).get("text/markdown");
  }

  /** WS1 2 at numbers: 4 * 2 * (4 - 0) * (1 + 2 - 1) = 64. */
  @Test
  void should_agree_in_numbers() {
    Gradients back = SQUARES.at("c=2 w=1 x=0 y=1 z=-1").backward();
    assertThat(back.gradient("x").get(0)).isEqualTo(64);
    assertThat(SQUARES.chainRule("v", "x").at("c=2 w=1 x=0 y=1 z=-1").get(0)).isEqualTo(64);
  }

  @Test
  void should_prove_equal_exactly_and_refute_with_a_counterexample() {
    Derivative dx = SQUARES.derivative("v", "x");
    assertThat(dx.equalTo("4c(a-b)(w+2y+z)").toString())
        .isEqualTo(
            "equal: dv/dx = 4 c (a - b) (w + 2 y + z), in exact fractions at 20 random points");
    assertThat(dx.equalTo("4 c (a - b) (2w + 2x + 2y) - 4c (a-b) (w + 2x - z)").isEqual()).isTrue();
    assertThat(dx.equalTo("4 c ((w+x+y)^2-(x-y-z)^2) (w+2y+z)").isEqual()).isTrue();
    assertThat(dx.equalTo("8c(a-b)(w+2y+z)").toString())
        .isEqualTo(
            "not equal: at w=-2 x=-3 y=0 z=1 c=4 yours is -288, dv/dx is -144. Yours is 2 times dv/dx everywhere.");
    // The sheet's slip: the two path terms joined by a product sign.
    assertThat(dx.equalTo("4c(a-b)(w+x+y) * (-4c(a-b)(x-y-z))").toString())
        .isEqualTo("not equal: at w=-2 x=-3 y=0 z=1 c=4 yours is -414720, dv/dx is -144.");
  }

  /** WS1 1b and WS2 2a, as a row times a column. */
  @Test
  void should_show_a_row_times_a_column_as_a_sum() {
    assertThat(text(graph("g: R -> R^n, f: R^n -> R; v = f(g(x))").chainRule("v", "x")))
        .isEqualTo(
            """
            dv/dx
            1. one path, one factor for each edge. Shapes: (1 x n)(n x 1) = 1 x 1.
               dv/dx = dv/dg dg/dx
            2. entry by entry. Row times column is a sum.
               dv/dx = sum_i dv/dg_i dg_i/dx
            3. local partial
               dv/dg = J_f(g)
            4. local partial
               dg/dx = g'(x)
            5. put together
               dv/dx = J_f(g(x)) g'(x)""");
  }

  /** WS2 2a. */
  @Test
  void should_sum_over_three_paths() {
    ChainRule rule =
        graph("g1, g2, g3: R -> R, f: R^3 -> R; v = f(g1(w), g2(w), g3(w))").chainRule("v", "w");
    assertThat(rule.paths()).isEqualTo(3);
    assertThat(text(rule))
        .contains("dv/dw = dv/dg1 dg1/dw + dv/dg2 dg2/dw + dv/dg3 dg3/dw")
        .contains("dg2/dw = g2'(w)");
    assertThat(
            rule.equalTo(
                    "f_1(g1(w), g2(w), g3(w)) g1'(w) + f_2(g1(w), g2(w), g3(w)) g2'(w)"
                        + " + f_3(g1(w), g2(w), g3(w)) g3'(w)")
                .isEqual())
        .isTrue();
  }

  /** WS2 and WS3 2c: e x^T with e = 2 (sum(phi(z)) - y) phi'(z); the bound index set right. */
  @Test
  void should_differentiate_the_hidden_sum() {
    assertThat(HIDDEN_SUM.derivative("f", "W"))
        .hasToString("df/dW = -2 r phi'(z) x^T, n x d, with z = W x + b, r = y - sum(phi(z))");
    assertThat(HIDDEN_SUM.derivative("f", "b"))
        .hasToString("df/db = -2 r phi'(z), n x 1, with z = W x + b, r = y - sum(phi(z))");
    assertThat(HIDDEN_SUM.derivative("f", "b").equalTo("2 (sum(phi(z)) - y) .* phi'(z)").isEqual())
        .isTrue();
    assertThat(
            HIDDEN_SUM.derivative("f", "W").equalTo("(2 (sum(phi(z)) - y) phi'(z)) x^T").isEqual())
        .isTrue();
    assertThat(HIDDEN_SUM.derivative("f", "W").equalTo("x (2 (sum(phi(z)) - y) phi'(z))^T"))
        .hasToString(
            "not equal: your formula is d x n, df/dW is n x d. Yours has the shape of the transpose.");
  }

  /** WS2 and WS3 2d: e_i = 2 (sum sigma(z) - y) sigma'(z_i), one step from the old values. */
  @Test
  void should_step_from_the_old_values() {
    SimpleMatrix w = matrix("1 2; 0 1; 1 1");
    SimpleMatrix b = column(0, 0, 1);
    Values pass = HIDDEN_SUM.at("W", w, "b", b, "x", column(1, 2), "y", 3, "phi", sigmoid);
    double sum = sigma(5) + sigma(2) + sigma(4);
    double e = 2 * (sum - 3) * sigma(2) * (1 - sigma(2));
    Values next = pass.backward().step(0.5, "W b");
    assertThat(next.value("b").get(1)).isCloseTo(-0.5 * e, within(1e-15));
    assertThat(next.value("W").get(1, 1)).isCloseTo(1 - 0.5 * e * 2, within(1e-15));
    assertThat(next.value("y").get(0)).isEqualTo(3);
    assertThat(text(next))
        .isEqualTo(
            """
            W - 3 x 2 - old  df/dW - 3 x 2        W - 3 x 2 - new, eta = 0.5
               1  2                   1        2          1       2
            1  1  2          1  -0.0019  -0.0038  1  1.0010  2.0019
            2  0  1          2  -0.0302  -0.0604  2  0.0151  1.0302
            3  1  1          3  -0.0051  -0.0102  3  1.0025  1.0051

            b - 3 x 1 - old  df/db - 3 x 1  b - 3 x 1 - new, eta = 0.5
               1                      1             1
            1  0             1  -0.0019     1  0.0010
            2  0             2  -0.0302     2  0.0151
            3  1             3  -0.0051     3  1.0025""");
  }

  private static double sigma(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  /** WS2 and WS3 2e, 2f: parameter-shaped, and the transposes that the sheet prints. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          W1 | (Phi'(x1) .* W2^T r) x^T, h x d          | x (Phi'(x1)^T .* r^T W2), d x h
          b  | Phi'(x1) .* W2^T r, h x 1                | Phi'(x1)^T .* r^T W2, 1 x h
          x  | W1^T (Phi'(x1) .* W2^T r), d x 1         | (Phi'(x1)^T .* r^T W2) W1, 1 x d
          W2 | r x2^T, p x h                            | x2 r^T, h x p
          y  | -r, p x 1                                | -r^T, 1 x p
          """)
  void should_differentiate_two_layers(String by, String own, String numerator) {
    Derivative derivative = TWO_LAYERS.derivative("l", by);
    assertThat(derivative.toString()).startsWith("dl/d" + by + " = " + own + ", with ");
    assertThat(derivative.numeratorLayout().toString())
        .startsWith("dl/d" + by + " = " + numerator + ", numerator layout, with ");
    assertThat(derivative.numeratorLayout().denominatorLayout().toString())
        .isEqualTo(derivative.toString());
  }

  /** WS3 2e, the index proof, with delta where the sheet has epsilon. */
  @Test
  void should_show_the_index_proof() {
    Derivative slices = graph("W: n x d, x: d, b: n; x1 = W x + b").derivative("x1", "W");
    assertThat(text(slices))
        .isEqualTo(
            """
            dx1/dW: n slices of n x d, slice k = e_k x^T

            entry (k; i, j) = delta_ki x_j""");
    assertThat(slices.explain())
        .hasToString(
            """
            dx1/dW
            1. one entry
               x1_k = sum_l W_kl x_l + b_k
            2. its derivative by one entry of the matrix. An entry of the matrix depends on itself alone, so only the term l = j is left, and only in row k = i.
               dx1_k/dW_ij = sum_l dW_kl/dW_ij x_l
                           = sum_l delta_ki delta_lj x_l
                           = delta_ki x_j
            3. the gradient of any number L that depends on it. Entry (i, j) is entry i of one column times entry j of the other: an outer product.
               dL/dW_ij = sum_k dL/dx1_k dx1_k/dW_ij
                        = sum_k dL/dx1_k delta_ki x_j
                        = dL/dx1_i x_j
            4. all entries together. It has the shape of the matrix.
               dL/dW = dL/dx1 x^T
            5. the slices. Three indices: one slice of n x d for each of the n entries of x1.
               dx1/dW = slice k: e_k x^T""");
    assertThat(slices.equalTo("e_k x^T").isEqual()).isTrue();
    assertThat(Display.bundle(slices.explain(), null).get("text/markdown"))
        .contains("e_{k} {x}^{\\top}");
    assertThat(
            slices
                .slicesAt("W", matrix("1 2; 3 4; 5 6"), "x", column(7, 8), "b", column(0, 0, 0))
                .slice(2)
                .isIdentical(matrix("0 0; 7 8; 0 0"), 0))
        .isTrue();
  }

  /** WS3 1a, 1c. */
  @Test
  void should_differentiate_activations() {
    assertThat(derivative("sigma(x)", "x"))
        .hasToString("df/dx = sigmoid(x) (1 - sigmoid(x)), with f = sigmoid(x)".split(", with")[0]);
    assertThat(derivative("sigma(x)", "x").equalTo("sigma(x) (1 - sigma(x))").isEqual()).isTrue();
    assertThat(derivative("2 sigma(2x) - 1", "x").equalTo("1 - tanh(x)^2").isEqual()).isTrue();
    assertThat(derivative("2 sigma(2x) - 1", "x").equalTo("4 sigma(2x) (1 - sigma(2x))").isEqual())
        .isTrue();
    assertThat(derivative("tanh(x)", "x")).hasToString("df/dx = 1 - tanh(x)^2");
  }

  /** WS4 1: backpropagation of a batch in matrix form, columns are examples. */
  @Test
  void should_differentiate_a_batch_in_matrix_form() {
    Graph g =
        graph(
            """
            X: d x N, W1: h x d, b1: h, W2: p x h, b2: p, Y: p x N
            S1 = W1 X + b1 ones(1, N)
            Z1 = relu(S1)
            S2 = W2 Z1 + b2 ones(1, N)
            L = 1/(2N) ||S2 - Y||^2
            """);
    assertThat(g.chainRule("L", "W1"))
        .hasToString(
            """
            dL/dW1
            1. backward. S2 is used by L alone.
               dL/dS2 = 1/N (S2 - Y)
            2. backward. Z1 is used by S2 alone.
               dL/dZ1 = 1/N W2^T (S2 - Y)
            3. backward. S1 is used by Z1 alone.
               dL/dS1 = 1/N relu'(S1) .* W2^T (S2 - Y)
            4. backward. W1 is used by S1 alone.
               dL/dW1 = 1/N (relu'(S1) .* W2^T (S2 - Y)) X^T""");
    assertThat(g.derivative("L", "b2").equalTo("1/N (S2 - Y) ones(N)").isEqual()).isTrue();
    assertThat(g.derivative("L", "W2").toString())
        .startsWith("dL/dW2 = 1/N (S2 - Y) Z1^T, p x h, with ");
  }

  /** WS4 3ii: the Jacobian of softmax. */
  @Test
  void should_find_the_jacobian_of_softmax() {
    Derivative jacobian = graph("o: n; p = softmax(o)").derivative("p", "o");
    assertThat(jacobian).hasToString("dp/do = diag(softmax(o)) - softmax(o) softmax(o)^T, n x n");
    assertThat(jacobian.equalTo("diag(p) - p p^T").isEqual()).isTrue();
    assertThat(
            graph("o: n, y: n; L = -sum(y .* log(softmax(o)))")
                .derivative("L", "o")
                .equalTo("sum(y) softmax(o) - y")
                .isEqual())
        .isTrue();
  }

  /** WS5 1.1. */
  @Test
  void should_write_the_scalar_chain_rule() {
    assertThat(text(graph("f, g: R -> R; y = g(x); z = f(y)").chainRule("z", "x")))
        .isEqualTo(
            """
            dz/dx
            1. one path, one factor for each edge
               dz/dx = dz/dy dy/dx
            2. local partial
               dz/dy = f'(y)
            3. local partial
               dy/dx = g'(x)
            4. put together. With y = g(x).
               dz/dx = f'(y) g'(x)""");
  }

  /** WS5 1.2, 1.3: in denominator layout the inner factor stands first. */
  @Test
  void should_turn_the_chain_around_in_denominator_layout() {
    ChainRule rule = graph("A: r x n, B: p x r, x: n; y = A x; z = B y").chainRule("z", "x");
    assertThat(text(rule))
        .contains("Shapes: (p x r)(r x n) = p x n.\n   dz/dx = dz/dy dy/dx")
        .endsWith("dz/dx = B A");
    assertThat(text(rule.denominatorLayout()))
        .contains("Shapes: (n x r)(r x p) = n x p.\n   dz/dx = dy/dx dz/dy")
        .contains("dz/dy = B^T")
        .endsWith("dz/dx = A^T B^T");
  }

  /** WS5 1.5, 1.6. */
  @Test
  void should_tell_the_layouts_of_a_linear_map_apart() {
    Derivative dy = graph("A: m x n, x: n; y = A x").derivative("y", "x");
    assertThat(dy).hasToString("dy/dx = A, m x n");
    assertThat(dy.denominatorLayout()).hasToString("dy/dx = A^T, n x m, denominator layout");
    SimpleMatrix a = matrix("1 2 3; 4 5 6");
    assertThat(
            dy.denominatorLayout().at("A", a, "x", column(1, 1, 1)).isIdentical(a.transpose(), 0))
        .isTrue();
  }

  /** WS5 1.8, with the sign of the last line put right. */
  @Test
  void should_differentiate_least_squares() {
    Derivative derivative =
        graph("X: N x d, theta: d, y: N; J = ||X theta - y||^2").derivative("J", "theta");
    assertThat(derivative).hasToString("dJ/dtheta = 2 X^T (X theta - y), d x 1");
    assertThat(derivative.equalTo("2 (X^T X theta - X^T y)").toString())
        .isEqualTo(
            "equal: dJ/dtheta = 2 (X^T X theta - X^T y), to a relative error of 1e-9 at 20 random points");
    assertThat(derivative.equalTo("2 (X^T y - X^T X theta)").toString())
        .startsWith("not equal: entry (1, 1) at a random point: yours is ")
        .endsWith(" Yours is minus dJ/dtheta everywhere.");
  }

  /** WS5 3.1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x | y cos(x y)/z + z exp(x z)/(x y) - exp(x z)/(x^2 y) | y cos(x y)/z + exp(x z) (x z - 1)/(x^2 y)
          y | x cos(x y)/z - exp(x z)/(x y^2)                    | x cos(x y)/z - exp(x z)/(x y^2)
          z | exp(x z)/y - sin(x y)/z^2                          | -sin(x y)/z^2 + exp(x z)/y
          """)
  void should_differentiate_a_single_formula(String by, String written, String key) {
    Graph g = graph("f = sin(x y)/z + exp(x z)/(x y)");
    assertThat(g.derivative("f", by)).hasToString("df/d" + by + " = " + written);
    assertThat(g.derivative("f", by).equalTo(key).isEqual()).isTrue();
  }

  /** WS5 3.1: x y is one node with two users. */
  @Test
  void should_draw_a_shared_node_once() {
    Graph g = graph("f = sin(x y)/z + exp(x z)/(x y)");
    assertThat(g.draw())
        .hasToString(
            """
            Computation graph: 10 nodes, inputs on the left.
            x
            y
            z
            * <- x, y
            sin <- *
            / <- sin, z
            * <- x, z
            exp <- *
            / <- exp, *
            f: + <- /, /""");
    Gradients back = g.at("x=1 y=2 z=3").backward();
    Stream.of("x", "y", "z")
        .forEach(
            name ->
                assertThat(back.gradient(name).get(0))
                    .isCloseTo(g.derivative("f", name).at("x=1 y=2 z=3").get(0), within(1e-13)));
  }

  /** WS5 2.s2, 4.2, 4.3 with the intercepts as given entries. */
  @Test
  void should_work_the_net_by_hand_as_a_graph() {
    Graph g =
        graph(
            """
            alpha: 2 x 3, x: 3, beta1: 1 x 2
            a = alpha x
            z = relu(a)
            yhat = beta0 + beta1 z
            l = 1/2 (yhat - y)^2
            """);
    Values pass =
        g.at(
            "alpha", matrix("2 1 0; 0 2 0"),
            "x", column(1, 1, 2),
            "beta0", 0,
            "beta1", matrix("1 2"),
            "y", 3);
    Gradients back = pass.backward();
    assertThat(pass.value("a").isIdentical(column(3, 2), 0)).isTrue();
    assertThat(pass.value("yhat").get(0)).isEqualTo(7);
    assertThat(pass.value("l").get(0)).isEqualTo(8);
    assertThat(back.gradient("alpha").isIdentical(matrix("4 4 8; 8 8 16"), 0)).isTrue();
    assertThat(back.gradient("beta0").get(0)).isEqualTo(4);
    assertThat(back.gradient("beta1").isIdentical(matrix("12 8"), 0)).isTrue();
    assertThat(back.gradient("a").isIdentical(column(4, 8), 0)).isTrue();
  }

  /** WS1 3.1: y = W1 z + b1, z = sigma(W0 x + b0), differentiated by the output itself. */
  @Test
  void should_differentiate_an_output_by_all_parameters() {
    Graph g =
        graph(
            """
            W0: h x d, b0: h, x: d, W1: 1 x h
            s = W0 x + b0
            z = sigma(s)
            y = W1 z + b1
            """);
    assertThat(g.derivative("y", "W1").toString())
        .startsWith("dy/dW1 = z^T, 1 x h, with z = sigmoid(s)");
    assertThat(g.derivative("y", "b1")).hasToString("dy/db1 = 1");
    assertThat(g.derivative("y", "z").numeratorLayout())
        .hasToString("dy/dz = W1, 1 x h, numerator layout");
    assertThat(g.derivative("y", "b0").equalTo("W1^T .* z .* (1 - z)").isEqual()).isTrue();
    assertThat(g.derivative("y", "W0").equalTo("(W1^T .* z .* (1 - z)) x^T").isEqual()).isTrue();
  }

  @Test
  void should_write_an_upright_d_where_there_is_no_other_input() {
    assertThat(Display.bundle(graph("g = x^2; h = 3 x; v = g h").chainRule("v", "x"), null))
        .hasEntrySatisfying(
            "text/markdown",
            markdown ->
                assertThat((String) markdown)
                    .contains("\\frac{dv}{dx}", "\\frac{\\partial v}{\\partial g}"));
    assertThat(Display.bundle(graph("g = x^2; v = g y").chainRule("v", "x"), null))
        .hasEntrySatisfying(
            "text/markdown",
            markdown -> assertThat((String) markdown).contains("\\frac{\\partial v}{\\partial x}"));
  }
}
