package dev.nabla.graph;

import static dev.nabla.Nabla.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.message.NablaException;
import java.math.BigInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Very long inputs: a result or a clear message, never a stack overflow. */
class LargeGraphTest {

  private static String chain(int length) {
    return "x0 = x\n"
        + IntStream.rangeClosed(1, length)
            .mapToObj(i -> "x" + i + " = x" + (i - 1) + " + 0.5 x" + (i - 1) + " - 0.5 x0")
            .collect(Collectors.joining("\n"));
  }

  /** x_i = 1.5 x_(i-1) - 0.5 x0 keeps x_i = x0, but dx_i/dx_(i-1) = 1.5. */
  @Test
  void should_run_a_chain_of_ten_thousand_lines() {
    Graph graph = graph(chain(10_000));
    Gradients back = graph.at("x=3").backward();
    assertThat(back.values().value("x10000").get(0)).isEqualTo(3);
    assertThat(back.gradient("x9990").get(0)).isCloseTo(Math.pow(1.5, 10), within(1e-9));
    assertThat(graph.toString()).endsWith("... and 9961 more");
    assertThat(back.toString()).contains("dx10000/dx9999");
  }

  @Test
  void should_read_a_chain_that_is_written_backwards() {
    String text =
        IntStream.rangeClosed(1, 10_000)
            .mapToObj(i -> "x" + (10_001 - i) + " = x" + (10_000 - i) + " + 1")
            .collect(Collectors.joining("\n"));
    Graph graph = graph(text);
    assertThat(graph.names().get(0)).isEqualTo("x1");
    assertThat(graph.at("x0=0").value("x10000").get(0)).isEqualTo(10_000);
  }

  @Test
  void should_add_and_multiply_ten_thousand_terms() {
    String sum = IntStream.range(0, 10_000).mapToObj(i -> "x").collect(Collectors.joining(" + "));
    assertThat(graph("y = " + sum).at("x=2").backward().gradient("x").get(0)).isEqualTo(10_000);
    String mixed =
        IntStream.range(0, 5_000).mapToObj(i -> "x - y").collect(Collectors.joining(" + "));
    assertThat(graph("v = " + mixed).at("x=2 y=1").backward().gradient("y").get(0))
        .isEqualTo(-5_000);
    String product = IntStream.range(0, 10_000).mapToObj(i -> "x").collect(Collectors.joining(" "));
    assertThat(graph("y = " + product).at("x=1").backward().gradient("x").get(0)).isEqualTo(10_000);
  }

  @Test
  void should_offer_numbers_where_a_formula_gets_too_long() {
    Graph graph = graph(chain(10_000).replace("0.5 x0", "sin(x0)"));
    assertThatThrownBy(() -> graph.derivative("x10000", "x"))
        .isInstanceOf(NablaException.class)
        .hasMessage(
            "derivative: this formula is too long to be written out. at(...).backward() gives its numbers.");
  }

  @Test
  void should_count_paths_without_walking_them() {
    String text =
        IntStream.rangeClosed(1, 200)
            .mapToObj(
                i ->
                    "a%d = b%d + c%d; b%d = 2 a%d; c%d = 3 a%d"
                        .formatted(i, i, i, i, i - 1, i, i - 1))
            .collect(Collectors.joining("\n"));
    ChainRule rule = graph(text).chainRule("a200", "a0");
    assertThat(rule.paths()).isEqualTo(BigInteger.TWO.pow(200));
    assertThat(rule.toString())
        .contains("There are " + BigInteger.TWO.pow(200) + " paths from a0 to a200");
  }

  @ParameterizedTest
  @CsvSource({
    "(, graph: brackets and powers are nested deeper than 200.",
    "x^, graph: powers are nested deeper than 200.",
    "x/, a formula is more than 500 operations deep",
    "sin(, graph: brackets and powers are nested deeper than 200.",
    "||, graph: brackets and powers are nested deeper than 200.",
    "x.*, ''",
    "x, graph: this name has more than 100 letters.",
    "1, graph: this number is too long.",
    "1e, ''",
    "-, ''",
    "$, graph: the character $ has no meaning in a formula."
  })
  void should_answer_a_megabyte_of_anything(String piece, String message) {
    String text = "y = " + piece.repeat(1_000_000 / piece.length());
    assertThatThrownBy(() -> graph(text))
        .isInstanceOf(NablaException.class)
        .hasMessageContaining(message);
  }

  @Test
  void should_read_a_megabyte_of_products() {
    assertThat(graph("y = " + "x ".repeat(500_000)).at("x=1").value("y").get(0)).isEqualTo(1);
  }
}
