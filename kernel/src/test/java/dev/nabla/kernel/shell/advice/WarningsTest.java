package dev.nabla.kernel.shell.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.kernel.shell.advice.SlipExamples.Example;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Legal cells of a real JShell: those that are not meant so, and those that are. */
class WarningsTest {
  private static Notebook notebook;

  @BeforeAll
  static void open() {
    notebook = new Notebook();
  }

  @AfterAll
  static void close() {
    notebook.close();
  }

  static List<Example> warned() {
    return SlipExamples.read("warnings.txt");
  }

  static List<Example> valid() {
    return SlipExamples.read("valid.txt");
  }

  @ParameterizedTest
  @MethodSource("warned")
  void should_warn(Example example) {
    assertThat(warnings(example)).isEqualTo(example.expected());
  }

  @ParameterizedTest
  @MethodSource("valid")
  void should_say_nothing_about_a_good_cell(Example example) {
    assertThat(warnings(example)).isEmpty();
  }

  @Test
  void should_have_a_hundred_good_cells() {
    assertThat(valid().stream().mapToInt(each -> each.cells().size()).sum())
        .isGreaterThanOrEqualTo(100);
  }

  /** The warnings of all cells, each before it runs. */
  private static String warnings(Example example) {
    notebook.clear();
    return example.cells().stream()
        .flatMap(
            cell -> {
              List<Message> messages = Warnings.of(cell, notebook.names());
              assertThat(notebook.run(cell)).as("the cell compiles").isNull();
              assertThat(notebook.crash()).as("the cell runs").isNull();
              return messages.stream();
            })
        .map(Message::text)
        .collect(Collectors.joining("\n"));
  }
}
