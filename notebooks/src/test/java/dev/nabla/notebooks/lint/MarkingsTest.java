package dev.nabla.notebooks.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Notebook;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkingsTest {
  private static List<String> lines(Cell... cells) {
    return new Linter(null, false, words -> {})
        .markings(Notebook.of(List.of(cells))).stream().map(Finding::line).toList();
  }

  @Test
  void should_see_what_is_wrong_without_running() {
    String answer = "var a = 1;   // ANSWER 2-a points=1\ncheck(\"2 a\", a)";

    assertThat(lines(Cell.code("x", answer))).isEmpty();
    assertThat(
            lines(
                Cell.code("x", answer),
                Cell.code("x", answer.replace("2-a", "2/a").replace(" points=1", "")),
                Cell.code("y", "var b = 1;   // ANSWER 2-b points=1"),
                Cell.code("z", "// BEGIN SOLUTION\n1")))
        .containsExactly(
            "error: cell x: another cell has this id too. Save the notebook again in Jupyter.",
            "error: cell x: the id 2/a is there twice. Give one of them another name.",
            "error: cell x: 2/a does not say its points. Write points=1 behind it.",
            "error: cell y: nothing judges 2-b. Write check(\"...\", b) below it.",
            "error: cell z: an END SOLUTION is missing.");
    assertThat(lines(Cell.code("x", "1")))
        .containsExactly(
            "warning: it asks for nothing. An answer is a line such as: var dW1 = \"1 2\";   //"
                + " ANSWER 2-dW1 points=1");
  }

  @Test
  void should_name_the_cells_of_a_source_without_ids_and_see_a_space_in_an_id() {
    assertThat(
            lines(
                Cell.code("", "var p = 13;   // ANSWER 3-p points=1"),
                Cell.code("", "var q = 13;   // ANSWER 3 parameters points=1\ncheck(\"3 q\", q)"),
                Cell.markdown(
                    "", "<!-- ANSWER a points=1 -->\nOne.\n<!-- ANSWER b points=1 -->\nTwo.")))
        .containsExactly(
            "error: cell answer-3-p: nothing judges 3-p. Write check(\"...\", p) below it.",
            "error: cell var-q: ANSWER 3 parameters points=1: an id has no spaces, and behind it"
                + " stands points=1 alone. Write ANSWER 3-parameters points=1",
            "error: cell ANSWER-a-points-1: it asks for several answers in words. Give each a cell"
                + " of its own.");
  }

  @Test
  void should_see_answers_that_students_are_given_to_read() {
    String answer = "var a = 1;   // ANSWER 3-a points=1\ncheck(\"3 a\", a)";
    for (String right :
        List.of("1", "-0.5", "\"1 2\"", "row(1, 2)", "matrix(\"1 2; 3 4\")", "column(-1, .5)")) {
      String given = "exercise(\"3\").asks(\"x\", rank(X)).asks(\"a\", " + right + ")";
      assertThat(lines(Cell.code("given", given), Cell.code("y", answer)))
          .containsExactly(
              "error: cell given: asks(\"a\", "
                  + right
                  + ") gives the answer away, for students read this cell. Let it be computed, such"
                  + " as asks(\"rank\", rank(X)), or release with --sealed.");
      Notebook sheet = Notebook.of(List.of(Cell.code("given", given), Cell.code("y", answer)));
      assertThat(new Linter(null, true, words -> {}).markings(sheet)).isEmpty();
    }
    assertThat(
            lines(
                Cell.code(
                    "given",
                    "// not asks(\"a\", 1)\nexercise(\"3\").asks(\"a\", rank(X))"
                        + ".asks(\"b\", 1 + x).asks(\"c\", row(x))"),
                Cell.code("y", answer)))
        .isEmpty();
  }

  @Test
  void should_read_what_a_review_has_found() {
    Reviewed reviewed = new Reviewed();

    reviewed.read(
        "2-a",
        "wrong\tYour a is\naccepted\tdoubled\nempty\t\nunseen\tx\nunseen\ty\nalike\tp = q\ndecimals\t\nnote\tn\n");
    reviewed.read("2-b", "right\tright: b\ndecimals\t\n");

    assertThat(reviewed.findings())
        .extracting(Finding::line)
        .containsExactly(
            "error: cell 2-a: the solution is refused: Your a is",
            "error: cell 2-a: the mistake doubled is taken for right.",
            "error: cell 2-a: an empty answer is taken for right.",
            "warning: cell 2-a: n",
            "note: cell 2-a: with these numbers it cannot detect: x, y",
            "note: cell 2-a: with these numbers nobody can tell apart: p = q",
            "note: more than 4 decimals: 2-a, 2-b. Tell students to how many they round.");
  }
}
