package dev.nabla.matrix;

import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.expect;
import static dev.nabla.Nabla.label;
import static dev.nabla.Nabla.matrix;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.display.Display;
import org.junit.jupiter.api.Test;

/** What an assertion that held shows. */
class ExpectationTest {
  @Test
  void should_show_numbers_with_the_tolerance_that_they_needed() {
    assertThat(expect(0.49161194961875, 0.49161, 1e-4 / 10))
        .hasToString("✓ 0.49161194961875 = 0.49161 ± 0.00001");
    assertThat(expect(0.1 + 0.2, 0.3)).hasToString("✓ 0.30000000000000004 = 0.3 ± 1e-9");
    assertThat(expect(2, 2, 0.5)).hasToString("✓ 2.0 = 2.0");
    assertThat(expect(label(matrix("2"), "loss"), "2.25", 0.5))
        .hasToString("✓ loss = 2.0 = 2.25 ± 0.5");
  }

  @Test
  void should_show_computed_beside_expected_under_the_names_of_the_units() {
    Quantity w = label(column(1, 2.5), "W1", "h1 h2", "inputs");

    assertThat(expect(w, "1; 2.45", 0.1))
        .hasToString(
            """
            ✓ W1 is as expected

            computed - 2 x 1 - columns: inputs  expected - 2 x 1 - columns: inputs - ± 0.1
                  1                                    1
            h1  1.0                             h1  1.00
            h2  2.5                             h2  2.45""");
    assertThat(Display.bundle(expect(w, w), null).get("text/html"))
        .contains("✓ W<sub>1</sub> is as expected")
        .contains("<b>expected</b> · 2 × 1 · columns: inputs</caption>");
  }

  @Test
  void should_take_the_names_of_the_units_from_what_was_expected() {
    assertThat(expect(column(1, 2), label(column(1, 2), "delta1", "h1 h2", "examples")).toString())
        .startsWith("✓ as expected\n\ncomputed - 2 x 1 - columns: examples")
        .contains("h2  2");
  }
}
