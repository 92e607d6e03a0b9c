package dev.nabla.kernel.shell.advice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaretTest {
  private static String lines(int line, int column, int end, String cell) {
    return String.join("\n", Caret.lines(new Message(line, column, end, ""), cell));
  }

  @Test
  void should_mark_the_characters_of_the_message() {
    assertThat(lines(2, 9, 14, "int x = 3;\nint y = cuont;"))
        .isEqualTo("  2:9 | int y = cuont;\n      |         ^^^^^");
  }

  @Test
  void should_mark_the_place_after_the_last_character() {
    assertThat(lines(1, 10, 11, "int x = 3")).isEqualTo("  1:10 | int x = 3\n       |          ^");
  }

  @Test
  void should_stand_below_the_code_behind_a_tab() {
    assertThat(lines(1, 2, 5, "\tfoo();")).isEqualTo("  1:2 | \tfoo();\n      | \t^^^");
  }

  @Test
  void should_count_wide_and_combining_characters_as_they_are_shown() {
    assertThat(lines(1, 6, 9, "\"数学\" foo")).isEqualTo("  1:6 | \"数学\" foo\n      |        ^^^");
    assertThat(lines(1, 4, 7, "e\u0301 foo")).isEqualTo("  1:4 | e\u0301 foo\n      |   ^^^");
  }

  @Test
  void should_clip_a_long_line_around_the_mark() {
    String line = "x".repeat(150) + "HERE" + "y".repeat(150);
    assertThat(lines(1, 151, 155, line))
        .isEqualTo(
            "  1:151 | ... "
                + "x".repeat(60)
                + "HERE"
                + "y".repeat(36)
                + " ...\n        | "
                + " ".repeat(64)
                + "^^^^");
  }

  @Test
  void should_survive_a_place_beyond_the_cell() {
    assertThat(lines(9, 80, 90, "x")).isEqualTo("  9:80 | \n       | ^");
  }
}
