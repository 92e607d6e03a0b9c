package dev.nabla.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.nabla.kernel.shell.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracebackTest {
  private static final String RED = "\u001b[1;38;2;178;24;43;48;2;255;221;221m";

  @Test
  void should_show_the_first_line_bold_and_red_and_leave_name_and_message_plain() {
    JsonObject error =
        Json.error(new Failure("E", "why", List.of("Line 1: why", "  1:1 | x", "      | ^")));

    assertThat(error)
        .hasToString(
            "{\"ename\":\"E\",\"evalue\":\"why\",\"traceback\":"
                + "[\"\\u001b[1;38;2;178;24;43;48;2;255;221;221mLine 1: why\\u001b[0m\",\"  1:1 | x\",\"      | ^\"]}");
  }

  @Test
  void should_break_the_first_line_between_words() {
    assertThat(
            Traceback.of(
                List.of(
                    "A.mult(row(1, -1)): the left has 2 columns, the right has 1 row. 2 is not 1:"
                        + " the columns of the left must match the rows of the right.\nSecond line.",
                    "  1:1 | A.mult(row(1, -1))")))
        .containsExactly(
            RED
                + "A.mult(row(1, -1)): the left has 2 columns, the right has 1 row. 2 is not 1:"
                + " the columns\u001b[0m\n"
                + RED
                + "of the left must match the rows of the right.\u001b[0m\n"
                + RED
                + "Second line.\u001b[0m",
            "  1:1 | A.mult(row(1, -1))");
  }

  @Test
  void should_leave_a_word_whole_that_fits_into_no_line() {
    String word = "x".repeat(120);

    assertThat(Traceback.of(List.of(word))).containsExactly(RED + word + "\u001b[0m");
    assertThat(Traceback.of(List.of(word + " y"))).containsExactly(RED + word + " y\u001b[0m");
    assertThat(Traceback.of(List.of())).isEmpty();
  }
}
