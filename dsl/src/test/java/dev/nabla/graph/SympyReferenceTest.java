package dev.nabla.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and derivatives of random formulas; SymPy computed the reference in 50 digits. */
class SympyReferenceTest {
  private static final double RELATIVE = 1e-12;
  private static final String[] NAMES = {"x", "y", "z"};

  static List<String> lines() {
    try (InputStream in = SympyReferenceTest.class.getResourceAsStream("sympy-reference.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void should_agree_with_sympy(String line) {
    String[] parts = line.split("\t");
    double[] numbers = new double[parts.length - 1];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Double.parseDouble(parts[i + 1]);
    }
    Graph graph = Graph.of("u = 0 x + 0 y + 0 z + 1; f = (" + parts[0] + ") u");
    String point = "x=%s y=%s z=%s".formatted(parts[1], parts[2], parts[3]);
    Values values = graph.at(point);
    Gradients gradients = values.backward();

    assertThat(values.value("f").get(0)).isCloseTo(numbers[3], tolerance(numbers[3]));
    for (int i = 0; i < 3; i++) {
      double expected = numbers[4 + i];
      assertThat(gradients.gradient(NAMES[i]).get(0)).isCloseTo(expected, tolerance(expected));
      Derivative symbolic = graph.derivative("f", NAMES[i]);
      assertThat(symbolic.at(point).get(0)).isCloseTo(expected, tolerance(expected));
    }
    Derivative second = graph.derivative("f", "x").derivative("x");
    assertThat(second.at(point).get(0)).isCloseTo(numbers[7], tolerance(numbers[7]));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void should_read_back_what_it_writes(String line) {
    Graph graph = Graph.of("f = " + line.split("\t")[0]);
    String written = graph.toString().split(" <- ")[0];
    assertThat(Graph.of(written).toString().split(" <- ")[0]).isEqualTo(written);
  }

  private static org.assertj.core.data.Offset<Double> tolerance(double expected) {
    return within(RELATIVE * Math.max(1, Math.abs(expected)));
  }
}
