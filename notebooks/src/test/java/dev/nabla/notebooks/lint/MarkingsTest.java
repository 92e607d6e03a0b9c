package dev.nabla.notebooks.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Notebook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkingsTest {
  private static List<String> lines(Cell... cells) {
    return Markings.of(Notebook.of(List.of(cells))).stream().map(Finding::line).toList();
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
            "  error: cell x: another cell has this id too. Save the notebook again in Jupyter.",
            "  error: cell x: the id 2/a is there twice. Give one of them another name.",
            "  error: cell x: 2/a does not say its points. Write points=1 behind it.",
            "  error: cell y: nothing judges 2-b. Write check(\"...\", b) below it.",
            "  error: cell z: an END SOLUTION is missing.");
    assertThat(lines(Cell.code("x", "1")))
        .containsExactly(
            "  warning: it asks for nothing. An answer is a line such as: var dW1 = \"1 2\";   //"
                + " ANSWER 2-dW1 points=1");
  }

  @Test
  void should_read_what_a_review_has_found() {
    List<Finding> findings = new ArrayList<>();

    Reviewed.read(
        "2-a",
        "wrong\tYour a is\naccepted\tdoubled\nempty\t\nunseen\tx\nunseen\ty\nalike\tp = q\nnote\tn\n",
        findings);

    assertThat(findings)
        .extracting(Finding::line)
        .containsExactly(
            "  error: cell 2-a: the solution is refused: Your a is",
            "  error: cell 2-a: the mistake doubled is taken for right.",
            "  error: cell 2-a: an empty answer is taken for right.",
            "  warning: cell 2-a: n",
            "  note: cell 2-a: with these numbers it cannot detect: x, y",
            "  note: cell 2-a: with these numbers nobody can tell apart: p = q");
  }
}
