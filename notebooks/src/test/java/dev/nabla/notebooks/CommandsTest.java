package dev.nabla.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  private record Ran(int status, String out, String err) {}

  private static Ran run(String... arguments) {
    PrintStream before = System.out;
    PrintStream errorsBefore = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int status = Commands.run(arguments);
      return new Ran(
          status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
      System.setErr(errorsBefore);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"new", "run", "lint", "solve", "release", "generate", "grade", "stats"})
  void should_say_how_a_command_is_used(String command) {
    Ran help = run(command, "--help");
    Ran nothing = run(command);
    Ran unknown = run(command, "--colour");

    assertThat(help.status()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out())
        .startsWith("Usage: nabla " + command + " [-hq]")
        .contains("--json", "-q, --quiet", "-h, --help");
    assertThat(nothing.status()).isEqualTo(2);
    assertThat(nothing.out()).isEmpty();
    assertThat(nothing.err())
        .startsWith("Missing required ")
        .endsWith("\nSee java -jar nabla.jar " + command + " --help\n");
    assertThat(unknown.status()).isEqualTo(2);
  }

  /** The list of commands shows the first sentence of each, whole. */
  @Test
  void should_list_the_commands() {
    Ran help = run("--help");
    String list = help.out().substring(help.out().indexOf("Commands:\n"));

    assertThat(help.status()).isZero();
    assertThat(list.replaceAll("\\n {10,}", " ").lines().filter(line -> line.startsWith("  ")))
        .hasSize(11)
        .allMatch(line -> line.endsWith("."));
    assertThat(run().status()).isEqualTo(2);
  }

  @Test
  void should_name_the_command_that_may_be_meant() {
    Ran near = run("realease", "a.ipynb");
    Ran far = run("xyz");

    assertThat(near.status()).isEqualTo(2);
    assertThat(near.err())
        .isEqualTo(
            "nabla: there is no command realease. Did you mean release?\n"
                + "See java -jar nabla.jar --help\n");
    assertThat(far.err()).startsWith("nabla: there is no command xyz.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "lint"})
  void should_refuse_a_cell_no_time(String command) {
    Ran ran = run(command, "--timeout", "0", "a.ipynb");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).startsWith("--timeout 0: a cell needs at least 1 second.\n");
  }
}
