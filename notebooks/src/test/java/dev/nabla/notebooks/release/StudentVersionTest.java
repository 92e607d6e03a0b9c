package dev.nabla.notebooks.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Notebook;
import dev.nabla.notebooks.model.NotebookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StudentVersionTest {
  static Stream<Path> worksheets() throws IOException {
    return Files.list(Path.of("worksheets")).filter(file -> file.toString().endsWith(".ipynb"));
  }

  private static Notebook released(Cell... cells) {
    return StudentVersion.of(Notebook.of(List.of(cells)), false);
  }

  private static List<String> sources(Notebook notebook) {
    return notebook.cells().stream().map(cell -> cell.id() + ": " + cell.source()).toList();
  }

  @Test
  void should_empty_answers_and_give_every_check_a_cell() {
    Notebook student =
        released(
            Cell.markdown("title", "# Sheet"),
            Cell.code("given", "exercise(\"2\", back)"),
            Cell.code(
                "answers",
                """
                // In any form.
                var dW1 = "secret";   // ANSWER 2-dW1 points=2
                double b = 17.5;   // ANSWER 2-db/1 points=0.5
                show(check("2 dW1", dW1), check("2 db1", b))"""));

    assertThat(sources(student))
        .containsExactly(
            "title: # Sheet",
            "given: exercise(\"2\", back)",
            "answers: // In any form.\nvar dW1 = \"\";   // your answer\nvar b = \"\";   // your answer",
            "check-2-dW1: check(\"2 dW1\", dW1).points(2)",
            "check-2-db-1: check(\"2 db1\", b).points(0.5)");
    assertThat(student.text())
        .doesNotContain("secret")
        .doesNotContain("17.5")
        .doesNotContain("ANSWER");
  }

  @Test
  void should_leave_one_place_for_work_where_solutions_were() {
    Notebook student =
        released(
            Cell.code("a", "// BEGIN SOLUTION\nsecret1\n// END SOLUTION"),
            Cell.code("b", "// BEGIN SOLUTION\nsecret2\n// END SOLUTION"),
            Cell.markdown("c", "<!-- BEGIN SOLUTION -->\nsecret3\n<!-- END SOLUTION -->"),
            Cell.code("d", "// BEGIN HIDDEN TESTS\nsecret4\n// END HIDDEN TESTS"),
            Cell.code("e", "int f() {\n  // BEGIN SOLUTION\n  return 42;\n  // END SOLUTION\n}"),
            Cell.markdown("f", "Say why.\n<!-- BEGIN SOLUTION -->secret5\n<!-- END SOLUTION -->"));

    assertThat(sources(student))
        .containsExactly(
            "a: // Room for your own work.", "e: int f() {\n  // YOUR CODE HERE\n}", "f: Say why.");
    assertThat(student.text()).doesNotContain("secret").doesNotContain("42");
  }

  @Test
  void should_leave_no_trace_in_outputs_metadata_and_pictures() {
    Notebook source =
        NotebookFile.parse(
            """
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {"answer": "secret"}, "cells": [
             {"cell_type": "code", "id": "g", "metadata": {"note": "secret", "tags": ["secret", "raises-exception"]},
              "execution_count": 3, "outputs": [{"output_type": "stream", "name": "stdout", "text": "secret"}], "source": "1"},
             {"cell_type": "markdown", "id": "m", "metadata": {}, "source": "![](attachment:a.png)",
              "attachments": {"a.png": {"image/png": "AAAA"}, "b.png": {"image/png": "secret"}}}]}
            """);

    Notebook student = StudentVersion.of(source, false);

    assertThat(student.text())
        .doesNotContain("secret")
        .contains("AAAA")
        .contains("raises-exception");
    assertThat(student.cell("g").outputs()).isEmpty();
  }

  @Test
  void should_ask_for_words_that_a_person_grades() {
    Notebook student =
        released(
            Cell.markdown(
                "why",
                "<!-- ANSWER 3-why points=3 -->\n<!-- BEGIN SOLUTION -->\nsecret\n<!-- END SOLUTION -->"));

    assertThat(sources(student)).containsExactly("why: *Your answer here.*");
    JsonObject grading = student.cell("why").metadata().getAsJsonObject("nbgrader");
    assertThat(grading.get("grade").getAsBoolean() && grading.get("solution").getAsBoolean())
        .isTrue();
    assertThat(grading.get("points").getAsInt()).isEqualTo(3);
  }

  @Test
  void should_keep_the_model_answer_in_words_to_the_source() {
    Notebook student =
        released(
            Cell.markdown("why", "Why?\n\n<!-- ANSWER 3-why points=2 -->\nBecause of it.\n\nQ."));

    assertThat(sources(student)).containsExactly("why: Why?\n\n*Your answer here.*");
  }

  /** Two cells more before them, and other numbers: the names stay, and none tells a value. */
  @Test
  void should_name_cells_without_ids_by_what_they_are_about() {
    Cell title = Cell.markdown("", "# The *first* sheet");
    Cell answer = Cell.code("", "var a = 5;   // ANSWER 2-a points=1\ncheck(\"2 a\", a)");
    Cell words = Cell.markdown("", "Why?\n<!-- ANSWER 2-why points=1 -->\nSo.");
    Cell work = Cell.code("", "// BEGIN SOLUTION\n42\n// END SOLUTION");
    List<String> ids =
        List.of(
            "The-first-sheet",
            "var-X",
            "exercise-2",
            "answer-2-a",
            "check-2-a",
            "answer-2-why",
            "work");

    assertThat(released(title, data(1), asking(2), answer, words, work).cells())
        .extracting(Cell::id)
        .containsExactlyElementsOf(ids);
    assertThat(
            released(
                    Cell.markdown("", "New."),
                    Cell.code("", "var X = 0;"),
                    title,
                    data(3),
                    asking(4),
                    answer,
                    words,
                    work)
                .cells())
        .extracting(Cell::id)
        .containsAll(List.of("answer-2-a", "check-2-a", "answer-2-why", "exercise-2", "var-X-2"));
  }

  private static Cell data(int number) {
    return Cell.code("", "// The data.\nvar X = matrix(\"%d\");".formatted(number));
  }

  private static Cell asking(int number) {
    return Cell.code("", "exercise(\"2\").asks(\"a\", %d)".formatted(number));
  }

  @Test
  void should_say_what_is_missing_or_there_twice() {
    String answer = "var a = 1;   // ANSWER 2-a points=1\ncheck(\"2 a\", a)";

    assertThatThrownBy(() -> released(Cell.code("x", answer), Cell.code("y", answer)))
        .hasMessage("the id 2-a is there twice. Give one of them another name.");
    assertThatThrownBy(() -> released(Cell.code("x", answer.replace(" points=1", ""))))
        .hasMessage("cell x: // ANSWER 2-a does not say its points. Write points=1 behind it.");
  }

  @Test
  void should_seal_what_computes_and_keep_the_data() {
    Notebook student =
        StudentVersion.of(
            Notebook.of(
                List.of(
                    Cell.code(
                        "given",
                        """
                        // The data.
                        var X = matrix("1 2; 3 4");
                        var net = net().layer(X, relu)
                            .loss(squaredError.half());
                        var fit = leastSquares(X, column(1, 2));
                        var theta = fit.theta();
                        show(net);
                        exercise("2", net.forward(X)
                            .backward(X)).step(0.5)"""),
                    Cell.code("open", "exercise(\"3\").asks(\"seven\", 7)"),
                    Cell.code(
                        "a", "var dW1 = 1;   // ANSWER 2-dW1 points=1\ncheck(\"2 dW1\", dW1)"))),
            true);

    assertThat(sources(student))
        .containsExactly(
            """
            given: // The data.
            var X = matrix("1 2; 3 4");
            var net = net().layer(X, relu)
                .loss(squaredError.half());
            show(net);""",
            "a: var dW1 = \"\";   // your answer",
            "check-2-dW1: receipt(\"2 dW1\", dW1)");
  }

  @ParameterizedTest
  @MethodSource("worksheets")
  void should_release_every_worksheet_in_the_way_nbgrader_wants(Path worksheet) throws IOException {
    for (boolean sealed : new boolean[] {false, true}) {
      Notebook student = StudentVersion.of(NotebookFile.read(worksheet), sealed);

      assertValid(student);
      assertThat(student.text())
          .doesNotContain("SOLUTION")
          .doesNotContain("HIDDEN")
          .doesNotContain("ANSWER");
      if (sealed) {
        assertThat(student.text()).doesNotContain("exercise(\\\"").doesNotContain("asks(");
      }
    }
  }

  /**
   * The rules of nbgrader's schema 3 and of its validator, written again from their description.
   */
  private static void assertValid(Notebook student) {
    Set<String> ids = new HashSet<>();
    List<String> cellIds = new ArrayList<>();
    for (Cell cell : student.cells()) {
      cellIds.add(cell.id());
      assertThat(cell.id()).matches("[a-zA-Z0-9_-]{1,64}");
      if (!(cell.metadata().get("nbgrader") instanceof JsonObject grading)) {
        continue;
      }
      assertThat(grading.get("schema_version").getAsInt()).isEqualTo(3);
      boolean grade = grading.get("grade").getAsBoolean();
      boolean solution = grading.get("solution").getAsBoolean();
      assertThat(grading.get("locked").isJsonPrimitive()).isTrue();
      assertThat(grading.get("grade_id").getAsString()).matches("[a-zA-Z0-9_\\-]+");
      assertThat(ids.add(grading.get("grade_id").getAsString())).as(cell.id()).isTrue();
      assertThat(grading.has("points")).isEqualTo(grade);
      assertThat(grading.get("checksum").getAsString()).hasSize(32);
      assertThat(grading.get("cell_type").getAsString()).isEqualTo(cell.type());
      if (cell.type().equals("markdown")) {
        assertThat(grade).isEqualTo(solution);
      }
    }
    assertThat(cellIds).doesNotHaveDuplicates();
  }
}
