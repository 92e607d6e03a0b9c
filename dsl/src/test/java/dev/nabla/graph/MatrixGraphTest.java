package dev.nabla.graph;

import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.graph;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.sigmoid;
import static dev.nabla.Nabla.squaredError;
import static dev.nabla.Nabla.tanh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.message.NablaException;
import dev.nabla.net.Backward;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients of matrix graphs against central differences, symbols against numbers. */
class MatrixGraphTest {
  private static final String SHAPES =
      "A: n x d, B: d x n, C: n x n, D: n x d, x: d, u: n, v: n, phi: R -> R\n";
  private static final Map<String, int[]> SIZES =
      Map.of(
          "A", new int[] {3, 2},
          "B", new int[] {2, 3},
          "C", new int[] {3, 3},
          "D", new int[] {3, 2},
          "x", new int[] {2, 1},
          "u", new int[] {3, 1},
          "v", new int[] {3, 1});

  @ParameterizedTest
  @ValueSource(
      strings = {
        "L = ||A x - u||^2",
        "L = 1/2 ||A x - u||^2 + s ||A||^2",
        "L = ||u||",
        "L = u^T A x",
        "L = x^T A^T A x",
        "L = u^T C u",
        "L = u^T C C u",
        "L = trace(A B)",
        "L = trace(C^T C)",
        "L = trace(C) sum(C)",
        "L = sum(A .* D)",
        "L = sum(A + 2 D - s A)",
        "L = sum(phi(A x))",
        "L = sum(phi(A x) .* u)",
        "L = ||phi(A x + u) - v||^2",
        "L = sum(phi(A)) s",
        "L = sum(sigmoid(A x)) / sum(exp(u))",
        "L = log(sum(exp(A x)))",
        "L = u^T softmax(A x)",
        "L = -log(v^T softmax(u) + 10)",
        "L = ||softmax(u) - v||^2",
        "L = sum(tanh(C u) .* (1 - tanh(C u)))",
        "L = (u^T v)^2 / (1 + ||u||^2)",
        "L = ||u v^T - C||^2",
        "L = sum(u v^T u)",
        "L = sum(diag(u) v)",
        "L = sum((A x)^T C)",
        "L = ||s u - v/s||^2",
        "L = sum(max(u, v))",
        "L = sum(relu(C u + 1))",
        "L = sum(sin(cos(u) .* v) + abs(u))",
        "z = A x; p = phi(z); q = C p + u; r = phi(q); L = ||r - v||^2 + s ||A||^2 + ||C||^2",
        "z = A x; w = z .* z + z; L = w^T z + sum(w)",
        "a = ||u||^2; b = a + s; c = a b; L = c/(a + 1) + u^T v b"
      })
  void should_agree_with_differences_and_symbols(String formulas) {
    Graph graph = graph(SHAPES + formulas);
    Object[] point = point(graph, 5);
    Values values = graph.at(point);
    Gradients gradients = values.backward();

    DifferenceCheck check = gradients.gradientCheck();
    assertThat(check.worst()).as(check.toString()).isLessThan(1e-6);
    for (String input : graph.inputs()) {
      Derivative derivative = graph.derivative("L", input);
      SimpleMatrix numbers = gradients.gradient(input);
      SimpleMatrix symbols = derivative.at(point);
      if (!"0".equals(derivative.formula().toString())) {
        assertThat(symbols.minus(numbers).elementMaxAbs())
            .as(derivative.toString())
            .isLessThan(1e-12 * Math.max(1, numbers.elementMaxAbs()));
      }
      String written = derivative.formula().toString();
      assertThat(derivative.equalTo(written).isEqual()).as(written).isTrue();
    }
  }

  private static Object[] point(Graph graph, long seed) {
    Random random = new Random(seed);
    List<Object> pairs = new ArrayList<>(List.of("phi", sigmoid));
    for (String name : graph.inputs()) {
      pairs.add(name);
      int[] size = SIZES.get(name);
      pairs.add(size == null ? 0.7 : SimpleMatrix.random_DDRM(size[0], size[1], -1, 1, random));
    }
    return pairs.toArray();
  }

  /** A column by a column: the Jacobian in symbols against differences of each entry. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "y = A x",
        "y = C phi(A x) + u",
        "y = phi(A x) .* u",
        "y = softmax(A x)",
        "y = A x/(1 + ||x||^2)",
        "y = (u^T A x) v",
        "y = s A x - (x^T x) u",
        "y = -A x .* A x",
        "z = A x; y = C z + z .* z"
      })
  void should_find_the_jacobian(String formulas) {
    Graph graph = graph(SHAPES + formulas);
    Object[] point = point(graph, 6);
    Values values = graph.at(point);
    SimpleMatrix jacobian = graph.derivative("y", "x").at(point);
    double h = 1e-6;
    for (int j = 0; j < 2; j++) {
      SimpleMatrix x = values.value("x");
      SimpleMatrix plus = new SimpleMatrix(x);
      plus.set(j, x.get(j) + h);
      SimpleMatrix minus = new SimpleMatrix(x);
      minus.set(j, x.get(j) - h);
      SimpleMatrix difference =
          values.with("x", plus).value("y").minus(values.with("x", minus).value("y")).divide(2 * h);
      assertThat(jacobian.getColumn(j).minus(difference).elementMaxAbs()).isLessThan(1e-8);
    }
    Derivative derivative = graph.derivative("y", "x");
    assertThat(derivative.denominatorLayout().at(point).transpose().isIdentical(jacobian, 1e-14))
        .isTrue();
  }

  /** The same net by layers and as a graph: two implementations. */
  @Test
  void should_agree_with_the_backward_pass_of_a_net() {
    SimpleMatrix w1 = matrix("0.6 0.01; 0.7 0.43; 0 0.88");
    SimpleMatrix w2 = row(0.02, 0.03, 0.09);
    SimpleMatrix x = matrix("0.75 0.2 -0.75 0.2; 0.8 0.05 0.8 -0.05");
    SimpleMatrix y = row(1, 1, -1, -1);
    Backward back =
        net().layer(w1, relu).layer(w2).loss(squaredError.half().mean()).forward(x).backward(y);
    Gradients gradients =
        graph(
                """
                X: 2 x N, W1: 3 x 2, W2: 1 x 3, Y: 1 x N
                S1 = W1 X
                Z1 = relu(S1)
                S2 = W2 Z1
                L = 1/(2N) ||S2 - Y||^2
                """)
            .at("X", x, "Y", y, "W1", w1, "W2", w2)
            .backward();
    assertThat(gradients.values().value("L").get(0)).isCloseTo(0.49161194961875, within(1e-15));
    assertThat(gradients.gradient("W1").isIdentical(back.dW(1), 1e-12)).isTrue();
    assertThat(gradients.gradient("W2").isIdentical(back.dW(2), 1e-12)).isTrue();
    assertThat(gradients.gradient("S1").isIdentical(back.delta(1), 1e-12)).isTrue();
    assertThat(gradients.gradient("X").isIdentical(back.dX(), 1e-12)).isTrue();
  }

  /** Random nets with biases and a batch: layers against formulas, to 1e-12. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void should_agree_with_random_nets(long seed) {
    Random random = new Random(seed);
    int d = 1 + random.nextInt(4);
    int h = 1 + random.nextInt(5);
    int p = 1 + random.nextInt(3);
    int n = 1 + random.nextInt(4);
    SimpleMatrix w1 = SimpleMatrix.random_DDRM(h, d, -1, 1, random);
    SimpleMatrix b1 = SimpleMatrix.random_DDRM(h, 1, -1, 1, random);
    SimpleMatrix w2 = SimpleMatrix.random_DDRM(p, h, -1, 1, random);
    SimpleMatrix b2 = SimpleMatrix.random_DDRM(p, 1, -1, 1, random);
    SimpleMatrix x = SimpleMatrix.random_DDRM(d, n, -1, 1, random);
    SimpleMatrix y = SimpleMatrix.random_DDRM(p, n, -1, 1, random);
    Backward back =
        net()
            .layer(w1, b1, tanh)
            .layer(w2, b2, sigmoid)
            .loss(squaredError.half().mean())
            .forward(x)
            .backward(y);
    Gradients gradients =
        graph(
                """
                X: d x N, W1: h x d, b1: h, W2: p x h, b2: p, Y: p x N
                S1 = W1 X + b1 ones(1, N)
                Z1 = tanh(S1)
                S2 = W2 Z1 + b2 ones(1, N)
                Z2 = sigmoid(S2)
                L = 1/(2N) ||Z2 - Y||^2
                """)
            .at("X", x, "Y", y, "W1", w1, "W2", w2, "b1", b1, "b2", b2)
            .backward();
    assertThat(gradients.values().value("L").get(0)).isCloseTo(back.loss(), within(1e-12));
    assertThat(gradients.gradient("W1").isIdentical(back.dW(1), 1e-12)).isTrue();
    assertThat(gradients.gradient("b1").isIdentical(back.db(1), 1e-12)).isTrue();
    assertThat(gradients.gradient("W2").isIdentical(back.dW(2), 1e-12)).isTrue();
    assertThat(gradients.gradient("b2").isIdentical(back.db(2), 1e-12)).isTrue();
    assertThat(gradients.gradient("X").isIdentical(back.dX(), 1e-12)).isTrue();
  }

  @Test
  void should_take_undeclared_shapes_from_the_values() {
    Graph graph = graph("z = W x + b; f = ||z||^2");
    SimpleMatrix w = matrix("1 2; 3 4; 5 6");
    Values values = graph.at("W", w, "x", column(1, 1), "b", column(0, 0, 1));
    assertThat(values.value("z").isIdentical(column(3, 7, 12), 0)).isTrue();
    assertThat(values.backward().gradient("b").isIdentical(column(6, 14, 24), 0)).isTrue();
    assertThat(
            graph
                .derivative("f", "b")
                .at("W", w, "x", column(1, 1), "b", column(0, 0, 1))
                .isIdentical(column(6, 14, 24), 0))
        .isTrue();
  }

  @Test
  void should_say_which_sizes_conflict() {
    Graph graph = graph("W: n x d, x: d, b: 3; z = W x + 1");
    assertMessage(
        () -> graph.at("W", matrix("1 2; 3 4"), "x", column(1, 2, 3)),
        "at: x is 3 x 1 (d x 1), so d is 3, but W is 2 x 2 (n x d), so d is 2.");
    assertMessage(
        () -> graph("b: 3; z = ||b||^2").at("b", row(1, 2, 3)),
        "at: b is 1 x 3, but the graph says 3 x 1. Did you mean b.transpose()?");
    assertMessage(
        () -> graph("z = W x").at("W", matrix("1 2; 3 4"), "x", column(1, 2, 3)),
        """
        graph: W x: W is 2 x 2, x is 3 x 1. 2 is not 3: the columns of the left must match the rows of the right.
          z = W x
              ^""");
  }

  @Test
  void should_say_what_at_needs() {
    Graph graph = graph("W: n x d, x: d, phi: R -> R; z = phi(W x); f = q + r + sum(z)");
    assertMessage(
        () -> graph.at("x=1"),
        "at: phi has no values. Give it an activation, such as at(..., \"phi\", sigmoid).");
    assertMessage(
        () -> graph.at("phi", 3),
        "at: phi is a function. Give it an activation, such as at(..., \"phi\", sigmoid).");
    assertMessage(
        () -> graph.at("phi", sigmoid, "W", matrix("1 2"), "x", column(1, 2)),
        "graph: q, r have no value. Give them values: at(\"... q=1\"), or at(..., \"q\", matrix).");
    assertMessage(
        () -> graph.at("phi", sigmoid, "X", matrix("1 2")),
        "at: \"X\" is not an input of this graph. Did you mean x? The inputs are W, x, q, r.");
    assertMessage(
        () -> graph.at("z", 1),
        "at: z is computed by its formula, so it takes no value. The inputs are W, x, q, r.");
    assertMessage(
        () -> graph.at("x"),
        "at: cannot read \"x\". Write numbers as \"x=1 y=-2.5\", matrices as pairs: at(\"W\", W, \"y\", 3).");
    assertMessage(() -> graph.at("x=1e"), "at: x = 1e is not a number.");
    assertMessage(
        () -> graph.at("x", "y", "z"),
        "at: a name and its value come in turn, such as at(\"W\", W, \"y\", 3).");
    assertMessage(
        () -> graph("v = xy + x y").at("x=1 y=2"),
        "graph: \"xy\" has no value, but x and y are in the formula. For the product write x y.");
  }

  @Test
  void should_differentiate_numbers_only() {
    Graph graph = graph("W: n x d, x: d; z = W x; f = ||z||^2; s = z");
    Values values = graph.at("W", matrix("1 2; 3 4"), "x", column(1, 1));
    assertMessage(
        values::backward,
        "backward(): s is 2 x 1, and only a single number has a gradient. Name a number: backward(\"f\").");
    assertThat(values.backward("f").gradient("x").isIdentical(column(48, 68), 0)).isTrue();
    assertMessage(
        () -> values.backward("f").step(0.1, "x z"),
        "step: \"z\" is not an input of this graph. The inputs are W, x.");
    assertMessage(
        () -> graph.derivative("x", "W"),
        "derivative: x is an input, so it depends on nothing. Differentiate one of z, f, s.");
    assertMessage(
        () -> graph.derivative("f", "w"),
        "derivative: \"w\" is not a name of this graph. Did you mean W?");
    assertMessage(
        () -> graph("X: n x N, W: d x n; Y = W X").derivative("Y", "W"),
        "derivative: Y is d x N, but only a number or a column has a derivative here. Name a number or a column, such as the sum of the entries.");
  }

  private static void assertMessage(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(NablaException.class).hasMessage(message);
  }
}
