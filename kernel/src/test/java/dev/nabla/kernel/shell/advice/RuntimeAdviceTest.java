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

/** Every slip that shows while a cell runs, made in a real JShell, word for word. */
class RuntimeAdviceTest {
  private static Notebook notebook;

  @BeforeAll
  static void open() {
    notebook = new Notebook();
  }

  @AfterAll
  static void close() {
    notebook.close();
  }

  static List<Example> examples() {
    return SlipExamples.read("crashes.txt");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void should_say_what_went_wrong(Example example) {
    notebook.clear();
    for (String cell : example.cells()) {
      assertThat(notebook.run(cell)).as("the cell compiles").isNull();
    }
    RuntimeProblem crash = notebook.crash();
    assertThat(crash).as("the cell throws").isNotNull();
    assertThat(RuntimeAdvice.slip(crash) + "\n" + RuntimeAdvice.of(crash).text())
        .isEqualTo(example.name() + "\n" + example.expected());
  }

  @Test
  void should_have_an_example_for_every_slip() {
    assertThat(examples().stream().map(Example::name).collect(Collectors.toSet()))
        .containsAll(RuntimeAdvice.SLIPS.stream().map(CrashSlip::name).toList());
  }

  @Test
  void should_name_every_slip_once() {
    assertThat(RuntimeAdvice.SLIPS).extracting(CrashSlip::name).doesNotHaveDuplicates();
  }
}
