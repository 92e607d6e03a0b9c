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
  void should_show_arrays_of_numbers_under_their_java_indices() {
    assertThat(Display.bundle(new double[] {0.5, -2, 0.25}, "a"))
        .containsEntry("text/plain", "double[3]\n      0      1     2\n0  0.50  -2.00  0.25");
    assertThat(Display.bundle(new double[][] {{1, 2}, {3}, null}, "a"))
        .containsEntry("text/plain", "double[3][]\n   0  1\n0  1  2\n1  3\n2");
    assertThat(Display.bundle(new double[2][3], "a"))
        .containsEntry("text/plain", "double[2][3]\n   0  1  2\n0  0  0  0\n1  0  0  0");
    assertThat(Display.bundle(new double[0], "a")).containsEntry("text/plain", "double[0]");
  }

  @Test
  void should_show_other_arrays_as_java_writes_them() {
    assertThat(Display.bundle(new int[] {1, 2}, "a")).containsEntry("text/plain", "{1, 2}");
    assertThat(Display.bundle(new int[][] {{1, 2}, null, {}}, "a"))
        .containsEntry("text/plain", "{{1, 2}, null, {}}");
    assertThat(Display.bundle(new String[] {"a", "b"}, "a")).containsEntry("text/plain", "{a, b}");
    Object[] itself = new Object[1];
    itself[0] = itself;
    assertThat(Display.bundle(itself, "a").get("text/plain"))
        .startsWith("{{{")
        .hasSizeLessThan(10_000);
    assertThat(Display.bundle(new int[50_000_000], "a").get("text/plain"))
        .startsWith("{0, 0, ")
        .endsWith("0, ...}")
        .hasSizeLessThan(2_100);
  }

  @Test
  void should_cut_long_arrays() {
    assertThat(Display.bundle(new double[20][14], null).get("text/plain").lines())
        .hasSize(15)
        .contains(
            "double[20][14]",
            "       0    1    2    3    4    5    6    7    8    9   10   11  ...");
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
