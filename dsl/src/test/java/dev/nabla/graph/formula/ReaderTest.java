package dev.nabla.graph.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.graph.algebra.Shape;
import dev.nabla.message.NablaException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTest {

  private static Definitions read(String text) {
    return Reader.definitions(text, Map.of(), Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x: d             | d x 1
          x: 3             | 3 x 1
          x: n x d         | n x d
          x: 1 x d         | 1 x d
          x: 2x3           | 2 x 3
          x: 2 × n         | 2 x n
          x: R             | 1 x 1
          x: R^d           | d x 1
          x: ℝ^d           | d x 1
          x: R^{n x d}     | n x d
          x: R^(n x d)     | n x d
          y, x: d          | d x 1
          x: d, y: n       | d x 1
          """)
  void should_read_shapes(String declaration, String shape) {
    assertThat(read(declaration + "; v = x").shape("x").toString()).isEqualTo(shape);
  }

  @Test
  void should_read_functions() {
    Scope scope = read("phi, g: R -> R, f: R^n -> R^m, h: R → R^3; v = x").scope();
    assertThat(scope.functions()).containsOnlyKeys("phi", "g");
    assertThat(scope.mappings().get("f").range()).isEqualTo("m");
    assertThat(scope.mappings().get("h").domain()).isEqualTo("1");
  }

  @Test
  void should_accept_lines_in_any_order() {
    Definitions definitions = read("v = c (a - b)^2\na = w b\n\nb = 4x");
    assertThat(definitions.formulas().keySet()).containsExactly("b", "a", "v");
    assertThat(definitions.inputs()).containsOnlyKeys("c", "w", "x");
  }

  @Test
  void should_list_inputs_as_they_appear() {
    assertThat(read("f = y x + sin(z) + y").inputs().keySet()).containsExactly("y", "x", "z");
  }

  @Test
  void should_take_greek_letters_and_their_names_for_the_same() {
    assertThat(read("θ: d, X: N x d; y = X theta").inputs().get("theta"))
        .isEqualTo(Shape.column("d"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x: d e; y = x    | graph: expected a shape such as d (a column), n x d (a matrix) or R (a number).
          x; y = x         | graph: a line says name = formula, such as y = 2 x + 1.
          x:; y = x        | graph: expected a shape such as d (a column), n x d (a matrix) or R (a number).
          x, y: 2, z; v = x | graph: z has no shape. Write a colon and a shape.
          x: 0; y = x      | graph: a size is a whole number from 1 to 999999.
          x: d, x: n; y = x | graph: x is declared twice.
          f: R^{n x d} -> R; y = 1 | graph: a function goes from R or R^n to R or R^m, such as f: R^3 -> R.
          2x: d; y = x     | graph: expected a declaration such as x: d or W: n x d or phi: R -> R.
          y = 1; y = 2     | graph: y has a formula already. Choose another name.
          x: n, z: d; z = x | graph: z is declared as d x 1, but its formula is n x 1.
          x: n             | graph: there is no formula. Write name = formula, such as y = 2 x + 1.
          ' '              | graph: there is no formula. Write name = formula, such as y = 2 x + 1.
          x + 1            | graph: a line says name = formula, such as y = 2 x + 1.
          f(x) = x^2       | graph: a line says name = formula, such as y = 2 x + 1. Write f = ... without (...): the names in the formula are its inputs.
          2 = x            | graph: a line says name = formula, such as y = 2 x + 1.
          """)
  void should_say_what_is_wrong_with_a_line(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(NablaException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void should_name_a_cycle() {
    assertThatThrownBy(() -> read("v = a; a = b + 1\nb = c; c = a"))
        .hasMessage(
            """
            graph, line 1: a needs b, b needs c, c needs a. A graph has no cycles; give the new value a new name.
              v = a; a = b + 1
                     ^""");
    assertThatThrownBy(() -> read("x = x + 1"))
        .hasMessageStartingWith("graph: x needs x. A graph has no cycles");
  }

  @Test
  void should_cut_a_long_line_around_the_mistake() {
    String text = "y = " + "x + ".repeat(50) + "$" + " + x".repeat(50);
    assertThatThrownBy(() -> read(text))
        .hasMessage(
            "graph: the character $ has no meaning in a formula.\n"
                + "  ..."
                + "x + ".repeat(10)
                + "$"
                + " + x".repeat(9)
                + " + ...\n"
                + "  "
                + " ".repeat(43)
                + "^");
  }
}
