package dev.nabla.exercise;

import static dev.nabla.Nabla.check;
import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.exercise;
import static dev.nabla.Nabla.graph;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.relu;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.graph.Values;
import org.junit.jupiter.api.Test;

/** A graph with a sum of entries: a mistake before the sum may change the number of entries. */
class WrongInSumsTest {

  @Test
  void should_answer_wrong_parameters_of_a_hidden_sum() {
    Values start =
        graph(
                """
                W: n x d, x: d, b: n, phi: R -> R
                z = W x + b
                r = y - sum(phi(z))
                f = r^2
                """)
            .at(
                "W",
                matrix("1 1; -1 1; 2 -1"),
                "b",
                column(-1, 0, 1),
                "x",
                column(2, 1),
                "y",
                5,
                "phi",
                relu);
    exercise("2d", start.backward()).step(0.5);

    assertThat(check("2d newW", "-1 0; -1 1; 0 -2").toString()).startsWith("right: newW");
    assertThat(check("2d newW", "7 0; -1 1; 5 -2").toString()).doesNotContain("right");
    assertThat(check("2d df/dW", "9 2; 7 1; 4 3").toString()).doesNotContain("right");
  }
}
