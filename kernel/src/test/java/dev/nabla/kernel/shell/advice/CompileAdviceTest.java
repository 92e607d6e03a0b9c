package dev.nabla.kernel.shell.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.kernel.shell.advice.SlipExamples.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every slip of the catalogue, made in a real JShell, word for word. */
class CompileAdviceTest {
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
    List<Example> examples = new ArrayList<>(SlipExamples.read("slips.txt"));
    if (Runtime.version().feature() < 21) {
      examples.addAll(SlipExamples.read("slips-before-21.txt"));
    }
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void should_say_what_is_wrong(Example example) {
    notebook.clear();
    CompileProblem problem = null;
    for (String cell : example.cells()) {
      assertThat(problem).as("an earlier cell compiles").isNull();
      problem = notebook.run(cell);
    }
    assertThat(problem).as("the cell does not compile").isNotNull();
    assertThat(said(problem)).isEqualTo(example.name() + "\n" + example.expected());
  }

  private static String said(CompileProblem problem) {
    Message message = CompileAdvice.of(problem, notebook.names());
    return CompileAdvice.slip(problem, notebook.names())
        + "\n"
        + message.text()
        + "\n"
        + String.join("\n", Caret.lines(message, problem.cell()));
  }

  @Test
  void should_have_an_example_for_every_slip() {
    Set<String> named =
        Stream.of("slips.txt", "slips-before-21.txt")
            .flatMap(each -> SlipExamples.read(each).stream())
            .map(Example::name)
            .collect(Collectors.toSet());
    assertThat(named).containsAll(CompileAdvice.SLIPS.stream().map(Slip::name).toList());
  }

  @Test
  void should_name_every_slip_once() {
    assertThat(CompileAdvice.SLIPS).extracting(Slip::name).doesNotHaveDuplicates();
    assertThat(CompileAdvice.SLIPS).hasSizeGreaterThan(100);
  }
}
