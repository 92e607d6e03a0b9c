package dev.nabla.graph;

import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.derivative;
import static dev.nabla.Nabla.graph;
import static dev.nabla.Nabla.matrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.display.Display;
import dev.nabla.graph.algebra.Constant;
import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.Expressions;
import dev.nabla.graph.algebra.Shape;
import dev.nabla.graph.algebra.Symbol;
import dev.nabla.message.NablaException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphTest {

  @Test
  void should_show_a_line_for_each_formula() {
    assertThat(graph("a = (w + x)^2; v = c a; k = 2"))
        .hasToString("a = (w + x)^2 <- w, x\nv = c a <- c, a\nk = 2");
  }

  @Test
  void should_show_the_worked_solution_with_the_rule_of_each_node() {
    assertThat(graph("a = x y; v = a^2 + x").at("x=2 y=3").backward().explain())
        .hasToString(
            """
            Forward, then backward from v
            1. multiply
               a = x y
                 = 2 * 3
                 = 6
            2. power
               a^2 = 6^2
                   = 36
            3. add
               v = a^2 + x
                 = 36 + 2
                 = 38
            4. backward. The result by itself.
               dv/dv = 1
            5. backward. Add distributes: every term gets the gradient of the sum.
               dv/d(a^2) = dv/dv dv/d(a^2)
                         = 1 * 1
                         = 1
            6. backward. Power: the exponent comes down, then one power less.
               dv/da = dv/d(a^2) d(a^2)/da
                     = 1 * 12
                     = 12
            7. backward. Multiply swaps: each factor gets the gradient times the other factors.
               dv/dy = dv/da da/dy
                     = 12 * 2
                     = 24
            8. backward. Multiply swaps: each factor gets the gradient times the other factors; add distributes: every term gets the gradient of the sum; a copy sums what comes back from each use.
               dv/dx = dv/da da/dx + dv/dv dv/dx
                     = 12 * 3 + 1 * 1
                     = 37""");
  }

  @Test
  void should_show_the_steps_to_one_gradient() {
    Gradients back = graph("a = x y; v = a^2 + x z").at("x=2 y=3 z=1").backward();
    assertThat(back.explain("dy"))
        .hasToString(
            """
            dv/dy
            1. backward. The result by itself.
               dv/dv = 1
            2. backward. Add distributes: every term gets the gradient of the sum.
               dv/d(a^2) = dv/dv dv/d(a^2)
                         = 1 * 1
                         = 1
            3. backward. Power: the exponent comes down, then one power less.
               dv/da = dv/d(a^2) d(a^2)/da
                     = 1 * 12
                     = 12
            4. backward. Multiply swaps: each factor gets the gradient times the other factors.
               dv/dy = dv/da da/dy
                     = 12 * 2
                     = 24""");
    assertThat(back.explain("y")).hasToString(back.explain("dy").toString());
    assertThatThrownBy(() -> back.explain("q")).hasMessage("\"q\" is not a name of this graph.");
  }

  @Test
  void should_show_what_matrices_send_back_as_formulas() {
    Derivation work =
        graph("W: n x d, x: d; z = W x; L = 1/2 ||tanh(z)||^2")
            .at("W", matrix("1 0; 0 0"), "x", column(0, 2))
            .backward()
            .explain();
    assertThat(work.toString())
        .contains("dL/d(||tanh(z)||^2) = dL/dL dL/d(||tanh(z)||^2)")
        .contains("dL/dtanh(z) = 2 dL/d(||tanh(z)||^2) tanh(z)")
        .contains("dL/dz = tanh'(z) .* dL/dtanh(z)\n         = [0; 0]")
        .contains("each entry gets its gradient times its slope, tanh'.")
        .contains("dL/dW = dL/dz x^T\n         = [0 0; 0 0]")
        .contains("dL/dx = W^T dL/dz\n         = [0; 0]");
    assertThat(graph("x: n; L = ones(n)^T x").at("x", column(1, 2)).backward().explain().toString())
        .doesNotContain("dL/dones");
  }

  @Test
  void should_take_greek_letters_everywhere() {
    Graph graph = graph("θ: d, X: n x d; J = ||X θ||^2");
    Values values = graph.at("X", matrix("1 2; 3 4"), "θ", column(1, 1));
    assertThat(values.backward().gradient("θ").isIdentical(column(48, 68), 0)).isTrue();
    assertThat(values.backward().step(0.5, "θ").value("theta").get(1)).isEqualTo(-33);
    assertThat(graph.derivative("J", "θ").equalTo("2Xᵀ X θ").isEqual()).isTrue();
    assertThat(graph("y = η^2").at("η=3").value("y").get(0)).isEqualTo(9);
  }

  @Test
  void should_need_no_values_where_there_are_no_inputs() {
    assertThat(graph("x = 3; y = x^2").at().backward().gradient("x").get(0)).isEqualTo(6);
  }

  @Test
  void should_say_where_a_value_stops_being_a_number() {
    assertThat(graph("y = log(x - 3) + 2").at("x=1").toString())
        .endsWith("log(x - 3) has no value here: x - 3 is -2.");
    assertThat(graph("y = 2/x").at("x=0").backward().toString())
        .contains("2/x is infinite here: x is 0.");
    assertThat(graph("y = x^x").at("x=0").value("y").get(0)).isEqualTo(1);
  }

  @Test
  void should_agree_forward_and_backward() {
    Values values =
        graph("a = sin(x y) x; b = max(a, x)^2/y; c = a b a + exp(-b) + tanh(x)^3")
            .at("x=0.7 y=1.3");
    Gradients back = values.backward();
    assertThat(values.forwardMode("x").slope("c"))
        .isCloseTo(back.gradient("x").get(0), within(1e-14));
    assertThat(values.forwardMode("y").slope("c"))
        .isCloseTo(back.gradient("y").get(0), within(1e-14));
    assertThat(back.gradientCheck().worst()).isLessThan(1e-8);
    assertThat(back.gradientCheck().evaluations()).isEqualTo(4);
    assertThat(graph("a = 2 x; b = a^2").at("x=3").forwardMode("x"))
        .hasToString(
            """
            forward mode, by x
            name  value  d/dx
            a         6     2
            b        36    24""");
  }

  @Test
  void should_route_the_gradient_of_a_maximum_to_the_larger_input() {
    Gradients back = graph("y = max(a, b)").at("a=2 b=1").backward();
    assertThat(back.gradient("a").get(0)).isEqualTo(1);
    assertThat(back.gradient("b").get(0)).isEqualTo(0);
    Gradients tie = graph("y = max(a, b)").at("a=1 b=1").backward();
    assertThat(tie.gradient("a").get(0) + tie.gradient("b").get(0)).isEqualTo(1);
    assertThat(graph("y = relu(x)").at("x=0").backward().gradient("x").get(0)).isEqualTo(0);
  }

  @Test
  void should_differentiate_again_and_again() {
    Derivative second = derivative("x^3 y", "x").derivative("x");
    assertThat(second).hasToString("d2f/dx2 = 6 x y");
    assertThat(second.derivative("x")).hasToString("d3f/dx3 = 6 y");
    assertThat(derivative("x^3 y", "x").derivative("y")).hasToString("d2f/dydx = 3 x^2");
    assertThat(second.at("x=2 y=5").get(0)).isEqualTo(60);
    assertThat(
            graph("a = x^2; f = a^2")
                .derivative("f", "x")
                .derivative("x")
                .equalTo("12 x^2")
                .isEqual())
        .isTrue();
  }

  @Test
  void should_run_a_circuit_many_times() {
    Circuit circuit = graph("y = x^2 + 3 x").circuit();
    for (double x : new double[] {2, -1, 0}) {
      circuit.set("x", x);
      assertThat(circuit.forward()).isEqualTo(x * x + 3 * x);
      circuit.backward();
      assertThat(circuit.gradient("x")).isEqualTo(2 * x + 3);
      assertThat(circuit.value("y")).isEqualTo(x * x + 3 * x);
    }
    assertThatThrownBy(() -> graph("x: d; y = ||x||^2").circuit())
        .isInstanceOf(NablaException.class)
        .hasMessage("circuit: only a graph of numbers with known functions has a circuit.");
  }

  /** The closed form knows nothing of circuits, nor of the order in which operations run. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "f = x w; y = f + x",
        "f = x w; y = x + f",
        "f = x w; s = f + x; y = s f",
        "f = x w; s = f - x; y = f/s + s/x",
        "f = x w; s = f f; y = (s + s) x",
        "f = x + w; g = f * x; h = g * w; y = h + f",
        "f = x - 1.5; g = f * w; h = g + x; y = g * h",
        "f = x w; g = tanh(f) * x; y = g * f - x/w",
      })
  void should_give_in_a_circuit_what_the_closed_form_gives(String formulas) {
    Graph graph = graph(formulas);
    Circuit circuit = graph.circuit();
    circuit.set("x", 1.5);
    circuit.set("w", -0.75);
    circuit.forward();
    circuit.backward();
    for (String input : List.of("x", "w")) {
      double closed = graph.derivative("y", input).at("x=1.5 w=-0.75").get(0);
      assertThat(circuit.gradient(input)).isCloseTo(closed, within(1e-13));
    }
  }

  @Test
  void should_be_built_in_java() {
    Expression x = Symbol.number("x");
    Expression a = Symbol.number("a");
    Map<String, Expression> formulas = new LinkedHashMap<>();
    formulas.put("a", Expressions.add(x, Constant.ONE));
    formulas.put("y", Expressions.times(Constant.of(2), Expressions.power(a, Constant.of(2))));
    assertThat(Graph.of(formulas)).hasToString("a = x + 1 <- x\ny = 2 a^2 <- a");
    Symbol w = new Symbol("W", new Shape("n", "d"));
    Symbol u = new Symbol("u", Shape.column("d"));
    assertThat(
            Graph.of(Map.of("L", Expressions.squaredNorm(Expressions.times(w, u))))
                .derivative("L", "W"))
        .hasToString("dL/dW = 2 W u u^T, n x d");
  }

  @Test
  void should_draw_paths_with_their_local_partials() {
    assertThat(graph("a = x^2; b = 3 x; v = a b").chainRule("v", "x").draw())
        .hasToString(
            """
            Paths from x to v with the local partial on each edge.
            x
            a <- x (2 x)
            b <- x (3)
            v <- a (b), b (a)""");
  }

  @Test
  void should_write_for_all_front_ends() {
    Map<String, String> bundle =
        Display.bundle(
            graph("theta: d, X: n x d, y: n; r1 = X theta - y; J = 1/2 ||r1||^2")
                .derivative("J", "theta"),
            null);
    assertThat(bundle.get(Display.HTML))
        .contains("∂J/∂θ = X<sup>⊤</sup> r<sub>1</sub>, d × 1, with r<sub>1</sub> = X θ − y");
    String markdown =
        Display.bundle(derivative("sigma(x)/x^2", "x").explain(), null).get(Display.MARKDOWN);
    assertThat(markdown).contains("\\sigma\\left(x\\right)").contains("\\frac{");
    assertThat(Display.bundle(graph("y = 2 x"), null).get(Display.HTML)).contains("y = 2 x ← x");
    assertThat(Display.bundle(graph("y = 2 x").draw(), null)).containsKey(Display.PDF);
  }

  @Test
  void should_say_that_nothing_depends() {
    Graph graph = graph("a = x^2; b = y");
    assertThat(graph.derivative("a", "y")).hasToString("da/dy = 0");
    assertThat(graph.chainRule("a", "y").toString()).contains("a does not depend on y.");
    assertThat(graph.at("x=1 y=2").backward("a").gradient("y").get(0)).isEqualTo(0);
  }

  @Test
  void should_see_the_same_value_on_every_use_of_an_alias() {
    Graph graph = graph("a = x; b = a; y = a b");
    assertThat(graph.derivative("y", "x")).hasToString("dy/dx = a + b, with a = x, b = a");
    assertThat(graph.at("x=3").backward().gradient("x").get(0)).isEqualTo(6);
  }
}
