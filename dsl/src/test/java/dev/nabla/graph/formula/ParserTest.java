package dev.nabla.graph.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.graph.Graph;
import dev.nabla.message.NablaException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {

  /** Expected numbers by hand at x = 2, y = 3, z = 5, c = 7. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          x + y z                # 17
          x y + z                # 11
          x - y - z              # -6
          x - y + z              # 4
          x - (y - z)            # 4
          x - y - z - c + 1      # -12
          -x + y                 # 1
          -x - y                 # -5
          +x                     # 2
          - -x                   # error
          2x                     # 4
          2 x y                  # 12
          2(x + y)               # 10
          x (y + z)              # 16
          (x + y)(y + z)         # 40
          (x + y) z              # 25
          4c(x-y)(z+2y)          # -308
          4c (x - y) (z + 2y)    # -308
          c(x)                   # 14
          1/2 x                  # 1
          x/y z                  # 3.3333333333333335
          x/(y z)                # 0.13333333333333333
          x / y / z              # 0.13333333333333333
          6/x y                  # 9
          x*y/z                  # 1.2
          x * -y                 # -6
          x / -y                 # -0.6666666666666666
          x^2                    # 4
          -x^2                   # -4
          (-x)^2                 # 4
          2x^2                   # 8
          2^x y                  # 12
          x^2y                   # 12
          x^y^x                  # 512
          (x^y)^x                # 64
          x^-1                   # 0.5
          x^(1/2)^2              # 1.189207115002721
          x^-y z                 # 0.625
          2^-1                   # 0.5
          2.5x                   # 5
          .5x                    # 1
          2e1                    # 20
          2e-1x                  # 0.4
          1e0                    # 1
          x²                     # 4
          x³ y                   # 24
          x·y                    # 6
          x × y                  # 6
          x − y                  # -1
          [x + y] z              # 25
          x .* y + z             # 11
          x + y .* z             # 17
          x .* y z               # 30
          max(x, y)              # 3
          max(x, y) z            # 15
          abs(x - y)             # 1
          abs(-x)^2              # 4
          ||x - z||              # 3
          ||x - z||^2            # 9
          1/2 ||x - z||^2        # 4.5
          ||x|| ||y||            # 6
          2 ||(x) (y)||          # 12
          ||x + ||y - z|| x||    # 6
          sqrt(4)                # 2
          sqrt (4)               # 2
          exp(0) + log(1)        # 1
          sin(0) + cos(0) + tan(0) # 1
          relu(x - y) + relu(y)  # 3
          relu'(x) + relu'(-x)   # 1
          sqrt'(4)               # 0.25
          sin''(0) + cos''(0)    # -1
          sigma(0) sigmoid(0)    # 0.25
          σ(0)                   # 0.5
          sigmoid'(0)            # 0.25
          tanh(0)                # 0
          sum(x) + trace(y)      # 5
          sum(x y)               # 6
          (x)                    # 2
          ((((x))))              # 2
          x^T y                  # 6
          0^0                    # 1
          x ^ 0                  # 1
          """)
  void should_rank_as_on_paper(String formula, String expected) {
    Graph graph;
    try {
      graph = Graph.of("v = " + formula + " + 0 (x + y + z + c)");
    } catch (NablaException e) {
      assertThat(expected).as(e.getMessage()).isEqualTo("error");
      return;
    }
    assertThat(expected).as(graph.toString()).isNotEqualTo("error");
    double value = graph.at("x=2 y=3 z=5 c=7").value("v").get(0);
    assertThat(value).isCloseTo(Double.parseDouble(expected), within(1e-14));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          c (a-b)^2                # c (a - b)^2
          4*c*(a-b)*(w+2*y)        # 4 c (a - b) (w + 2 y)
          x-(y-z)                  # x - (y - z)
          x-(y+z)                  # x - (y + z)
          (x-y)+z                  # x - y + z
          x+(y+z)                  # x + y + z
          x/(y*z)                  # x/(y z)
          (x/y)/z                  # x/y/z
          x/(y/z)                  # x/(y/z)
          (x/y)*z                  # (x/y) z
          1/2*x                    # 1/2 x
          0.5*x                    # 1/2 x
          0.1*x                    # 0.1 x
          x*2                      # x * 2
          1/(2n)*x                 # 1/(2 n) x
          a/n*x                    # (a/n) x
          x*-2                     # x (-2)
          -(x+y)                   # -(x + y)
          -(x*y)                   # -x y
          (-x)*y                   # (-x) y
          (x^y)^z                  # (x^y)^z
          x^(y^z)                  # x^(y^z)
          x^(-1)                   # x^(-1)
          x^(y+1)                  # x^(y + 1)
          exp(x)^2                 # exp(x)^2
          sigma(x)(1-sigma(x))     # sigmoid(x) (1 - sigmoid(x))
          θ+Δ                      # theta + Delta
          ||x||^2                  # x^2
          """)
  void should_write_with_few_brackets(String typed, String written) {
    assertThat(Graph.of("v = " + typed).toString().split(" <- ")[0]).isEqualTo("v = " + written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          W x + b                    # W x + b
          (W x) .* u                 # W x .* u
          u .* W x                   # u .* W x
          (u .* b) x^T               # (u .* b) x^T
          W^T u                      # W^T u
          (W x + b)^T u              # (W x + b)^T u
          1/2 ||W x - b||^2          # 1/2 ||W x - b||^2
          2 (u^T b) x                # 2 (u^T b) x
          u b^T b                    # u b^T b
          sum(phi(W x))              # sum(phi(W x))
          phi'(W x) .* u             # phi'(W x) .* u
          phi''(u)                   # phi''(u)
          1 - phi(u)                 # 1 - phi(u)
          ones(n) .* u               # ones(n) .* u
          W x / ||x||                # W x/||x||
          trace(W W^T)               # trace(W W^T)
          softmax(u)^T b             # softmax(u)^T b
          diag(u) b                  # diag(u) b
          f(u)^T f(b)                # f(u)^T f(b)
          J_f(u) b                   # J_f(u) b
          identity(n) u              # identity(n) u
          ‖u‖² Wᵀ b                  # ||u||^2 W^T b
          u ∘ b                      # u .* b
          """)
  void should_read_matrices(String typed, String written) {
    String declarations = "W: n x d, x: d, u: n, b: n, phi: R -> R, f: R^n -> R^m; v = ";
    Graph graph = Graph.of(declarations + typed);
    assertThat(graph.toString().split(" <- ")[0]).isEqualTo("v = " + written);
    Graph again = Graph.of(declarations + written);
    assertThat(again.toString()).isEqualTo(graph.toString());
  }

  @Test
  void should_point_at_the_character() {
    assertMessage(
        "a = 1\nv = c (* a)",
        """
        graph, line 2: expected a number, a name or a bracket, found *.
          v = c (* a)
                 ^""");
    assertMessage(
        "y = (2 + 3",
        """
        graph: this ( is never closed.
          y = (2 + 3
              ^""");
    assertMessage(
        "y = 2) + 3",
        """
        graph: this ) closes no bracket.
          y = 2) + 3
               ^""");
    assertMessage(
        "y = 2 +",
        """
        graph: expected a number, a name or a bracket, found the end of the formula.
          y = 2 +
                 ^""");
    assertMessage(
        "y = 3 $ 4",
        """
        graph: the character $ has no meaning in a formula.
          y = 3 $ 4
                ^""");
    assertMessage(
        "y = |x|",
        """
        graph: write abs(x) for the size of a number, ||x|| for a norm.
          y = |x|
              ^""");
    assertMessage(
        "y = sin x",
        """
        graph: sin is a function, so it needs a bracket: sin(...).
          y = sin x
              ^""");
    assertMessage(
        "y = max(1)",
        """
        graph: max takes two values, not 1.
          y = max(1)
              ^""");
    assertMessage(
        "y = exp(1, 2)",
        """
        graph: exp takes one value, not 2.
          y = exp(1, 2)
              ^""");
    assertMessage(
        "y = a'(2) + a",
        """
        graph: a' is the derivative of a function, but a is none.
          y = a'(2) + a
              ^""");
    assertMessage(
        "y = 2 = 3",
        """
        graph: expected an operator or the end, found =.
          y = 2 = 3
                ^""");
  }

  @Test
  void should_say_that_an_unknown_call_is_no_function() {
    assertMessage(
        "y = f(x)",
        """
        graph: f(x) is a call, but f is not a function here. Declare it, f: R -> R, or write f * x.
          y = f(x)
              ^""");
    assertMessage(
        "y = sgimoid(x + 1)",
        """
        graph: sgimoid(x + 1) is a call, but sgimoid is not a function here. Did you mean sigmoid? Declare it, sgimoid: R -> R, or write sgimoid * (x + 1).
          y = sgimoid(x + 1)
              ^""");
  }

  @Test
  void should_name_both_operands_of_shapes_that_do_not_fit() {
    assertMessage(
        "W: n x d, x: k; z = W x",
        """
        graph: W x: W is n x d, x is k x 1. d is not k: the columns of the left must match the rows of the right.
          W: n x d, x: k; z = W x
                              ^""");
    assertMessage(
        "W: n x d, x: n\nz = W x",
        """
        graph, line 2: W x: W is n x d, x is n x 1. d is not n: the columns of the left must match the rows of the right. Did you mean W^T?
          z = W x
              ^""");
    assertMessage(
        "u: n, v: n; y = u v",
        """
        graph: u v: u is n x 1, v is n x 1. 1 is not n: the columns of the left must match the rows of the right. Entry by entry: u .* v.
          u: n, v: n; y = u v
                          ^""");
    assertMessage(
        "W: n x d, b: 1 x n, x: d; z = W x + b",
        """
        graph: W x + b: W x is n x 1, b is 1 x n. A sum needs equal shapes. Did you mean b^T?
          W: n x d, b: 1 x n, x: d; z = W x + b
                                            ^""");
    assertMessage(
        "W: n x d, b: n, X: d x N; Z = W X + b",
        """
        graph: W X + b: W X is n x N, b is n x 1. A sum needs equal shapes. To add b to every column: b ones(1, N).
          W: n x d, b: n, X: d x N; Z = W X + b
                                            ^""");
    assertMessage(
        "x: d; y = x^2",
        """
        graph: x^2: x is d x 1, 2 is a number. Only a number has powers. Write ||x||^2 for its squared length, or x .* x entry by entry.
          x: d; y = x^2
                    ^""");
    assertMessage(
        "x: d; y = 1/x",
        """
        graph: 1 / x: 1 is a number, x is d x 1. One can only divide by a number.
          x: d; y = 1/x
                     ^""");
    assertMessage(
        "W: n x d; y = trace(W)",
        """
        graph: trace(W): W is n x d, and only a square matrix has a trace.
          W: n x d; y = trace(W)
                        ^""");
    assertMessage(
        "f: R^3 -> R; y = f(a, b)",
        """
        graph: f: R^3 -> R takes a column of 3 numbers, but it gets 2 values.
          f: R^3 -> R; y = f(a, b)
                           ^""");
  }

  @Test
  void should_treat_a_declared_name_as_a_value_even_if_a_function_has_it() {
    assertThat(Graph.of("y = 2 sigma; sigma = x + 1").at("x=2").value("y").get(0)).isEqualTo(6);
    assertThat(Graph.of("sum: R; y = sum (x + 1)").at("x=2 sum=5").value("y").get(0)).isEqualTo(15);
  }

  @Test
  void should_multiply_a_value_in_front_of_a_bracket() {
    assertThat(Graph.of("y = c(a - b); c = 2 a").at("a=3 b=1").value("y").get(0)).isEqualTo(12);
    assertThat(Graph.of("y = c(a - b) + c").at("a=3 b=1 c=2").value("y").get(0)).isEqualTo(6);
  }

  private static void assertMessage(String text, String message) {
    assertThatThrownBy(() -> Reader.definitions(text, Map.of(), Map.of()))
        .isInstanceOf(NablaException.class)
        .hasMessage(message);
  }
}
