package dev.nabla.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.kernel.magic.Past.Ran;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryMagicTest {
  private static Cells cells;

  @BeforeAll
  static void open() {
    cells = new Cells();
    cells.past.addAll(
        List.of(
            new Ran(2, 1, "int Net = 1;", null),
            new Ran(2, 2, "var net = net();", null),
            new Ran(1, 1, "first();\n", null),
            new Ran(1, 4, "var net = net();", null),
            new Ran(0, 901, "int a = 6;", null),
            new Ran(0, 902, "a * 7\n", "42\nof a"),
            new Ran(0, 903, "%history -g net", null),
            new Ran(0, 905, "show(a);\nshow(2);", "1")));
  }

  @AfterAll
  static void close() {
    cells.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 901 902 903 905",
        "902 | 902",
        "901-903 | 901 902 903",
        "902- | 902 903 905",
        "905 901 | 905 901",
        "-n 2 | 903 905",
        "-n 1 901-902 | 902",
        "-n 99 | 901 902 903 905",
        "~1/ | ~1/1 ~1/4",
        "~2/2 | ~2/2",
        "~2/2- ~1/1-3 | ~2/2 ~1/1",
        "-g net | ~2/1 ~1/4",
        "-g NET -n 1 | ~1/4",
        "-g net ~2/ | ~2/1 ~2/2",
        "-g 'a * 7' | 902",
      })
  void should_print_the_cells_that_are_asked_for(String asked, String printed) {
    String history = cells.run("%history " + asked);

    assertThat(
            history.lines().filter(line -> line.startsWith("// ")).map(line -> line.substring(3)))
        .containsExactly(printed.split(" "));
  }

  @Test
  void should_print_java_that_can_be_run_again() {
    assertThat(cells.run("%history 901-902 905"))
        .isEqualTo("// 901\nint a = 6;\n\n// 902\na * 7\n\n// 905\nshow(a);\nshow(2);\n");
    assertThat(cells.run("%history -o 902")).isEqualTo("// 902\na * 7\n// 42\n// of a\n");
    assertThat(cells.run("%history -o 901")).isEqualTo("// 901\nint a = 6;\n");
  }

  @Test
  void should_leave_out_the_cell_that_asks() {
    int next = cells.number() + 1;
    cells.past.add(new Ran(0, next, "%history", null));

    assertThat(cells.run("%history")).endsWith("show(2);\n");
    assertThat(cells.number()).isEqualTo(next);
    cells.past.remove(cells.past.size() - 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "910 | there is no cell 910. That session has 901 to 905.",
        "~1/9- | there is no cell ~1/9-. That session has 1 to 4.",
        "~7/ | of the session of ~7/ nothing is kept. The oldest that is kept is ~2/.",
        "x | x names no cells. Write 3, 3-7 or, of the session before, ~1/3-7.",
        "3-x | 3-x names no cells. Write 3, 3-7 or, of the session before, ~1/3-7.",
        "-g xyzzy | no cell contains xyzzy.",
        "-n 0 | 0 is not a whole number from 1.",
        "-x | there is no option -x. It has -n, -g, -o.",
        "-g | write -g TEXT with a value for TEXT.",
      })
  void should_say_what_is_wrong(String asked, String words) {
    assertThat(cells.run("%history " + asked)).startsWith("Line 1: %history: " + words + "\n");
  }

  @Test
  void should_say_that_nothing_has_run_before() {
    try (Cells fresh = new Cells()) {
      assertThat(fresh.run("%history")).isEqualTo("No cell has run before in this session.\n");
    }
  }
}
