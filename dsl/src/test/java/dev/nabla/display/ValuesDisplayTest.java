package dev.nabla.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values of plain Java. */
class ValuesDisplayTest {
  @Test
  void should_show_simple_values_as_java_prints_them() {
    assertThat(Display.bundle(null, "x")).isEqualTo(Map.of("text/plain", "null"));
    assertThat(Display.bundle(0.1 + 0.2, "x"))
        .isEqualTo(Map.of("text/plain", "0.30000000000000004"));
    assertThat(Display.bundle("a\n<b>", null)).isEqualTo(Map.of("text/plain", "a\n<b>"));
    assertThat(Display.bundle(7, null)).isEqualTo(Map.of("text/plain", "7"));
  }

  @Test
  void should_show_a_table() {
    Showable table =
        () ->
            new View.Table(
                Notation.of("cost"),
                List.of("keep", "cached"),
                List.of(List.of("S Z", "72"), List.of("S", "9.5")));

    assertThat(Display.bundle(table, null))
        .containsEntry("text/plain", "cost\nkeep  cached\nS Z       72\nS        9.5")
        .doesNotContainKey("text/latex");
    assertThat(Display.bundle(table, null).get("text/html"))
        .contains("<td align=\"left\" style=\"text-align:left;padding:2px 8px\">S Z</td>")
        .contains("<td align=\"right\" style=\"text-align:right;padding:2px 8px\">72</td>");
  }

  @Test
  void should_survive_a_value_that_fails_to_show_itself() {
    Object fails =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("broken");
          }
        };
    Object recursive =
        new Object() {
          @Override
          public String toString() {
            return "again " + this;
          }
        };
    Object silent =
        new Object() {
          @Override
          public String toString() {
            return null;
          }
        };
    Showable broken =
        () -> {
          throw new IllegalStateException("no view");
        };

    assertThat(Display.bundle(fails, null).get("text/plain"))
        .endsWith("(its toString failed: java.lang.IllegalStateException: broken)");
    assertThat(Display.bundle(recursive, null).get("text/plain"))
        .endsWith("(its toString failed: java.lang.StackOverflowError)");
    assertThat(Display.bundle(silent, null).get("text/plain")).endsWith("(its toString is null)");
    assertThat(Display.bundle(broken, null).get("text/plain"))
        .endsWith("(it cannot be shown: java.lang.IllegalStateException: no view)");
  }

  @Test
  void should_cut_very_long_text() {
    assertThat(Display.bundle("x".repeat(100_007), null).get("text/plain"))
        .hasSize(100_000 + "... (7 more characters)".length())
        .endsWith("xxx... (7 more characters)");
  }
}
