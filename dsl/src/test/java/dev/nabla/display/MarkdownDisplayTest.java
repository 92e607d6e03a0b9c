package dev.nabla.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** What is typeset in Markdown: worked solutions, and on paper what plain text cannot show. */
class MarkdownDisplayTest {
  private static final View.Matrix M =
      Gallery.named("M", new SimpleMatrix(new double[][] {{1}, {2}}));
  private static final String FORMULA =
      "\\left[\\begin{array}{r} 1 \\\\ 2 \\end{array}\\right]_{2\\times 1}";

  private static Map<String, String> bundle(View view) {
    Showable value = () -> view;
    return Display.bundle(value, null);
  }

  private static View line(String words) {
    return new View.Line(Notation.of(words));
  }

  @Test
  void should_write_signs_as_formulas_and_what_points_are_for() {
    View right = new View.Stack(List.of(line("✓ right: Z1^T [1,2]"), M));
    View wrong = new View.Graded("0", new View.Stack(List.of(line("✗ no"), line("0 of 2 points"))));

    assertThat(bundle(right))
        .containsEntry(
            "text/markdown", "$\\checkmark$ right: Z1\\^T \\[1,2\\]\n\n$$M = " + FORMULA + "$$");
    assertThat(Notation.of("± 0.1").latex()).isEqualTo("\\mathrm{\\pm \\ 0.1}");
    assertThat(bundle(wrong))
        .containsEntry("text/plain", "0")
        .containsEntry("text/markdown", "$\\times$ no\n\n0 of 2 points");
  }

  @Test
  void should_write_tables_side_by_side_as_one_formula() {
    View beside = new View.Beside(List.of(M, line("="), M));

    assertThat(bundle(beside)).containsKey("text/latex").doesNotContainKey("text/markdown");
    assertThat(bundle(new View.Stack(List.of(line("- 0.5 of it"), beside))))
        .containsEntry("text/markdown", "\\- 0.5 of it\n\n" + bundle(beside).get("text/latex"));
  }

  @Test
  void should_leave_to_plain_text_what_it_can_show() {
    View table = new View.Table(null, List.of("sign"), List.of(List.of("✓")));
    for (View view : List.of(line("words"), new View.Stack(List.of(line("words"), M)), table)) {
      assertThat(bundle(view)).doesNotContainKey("text/markdown");
    }
  }

  @Test
  void should_keep_words_from_starting_a_list() {
    for (String start : List.of("- ", "+ ", "1. ", "12) ")) {
      String written = bundle(line(start + "✓")).get("text/markdown");
      assertThat(written.replaceFirst("^\\d*", "")).as(start).startsWith("\\");
    }
    assertThat(bundle(line("1 - 2 ✓")).get("text/markdown")).isEqualTo("1 - 2 $\\checkmark$");
  }

  @Test
  void should_typeset_formulas_within_sentences() {
    Sentence sentence =
        Sentence.of("With ").then(Notation.indexed("x", 1)).then(", 2 < 3 and $5_a.");
    View.Step step =
        new View.Step(
            "one step", Notation.of("y"), Notation.of("1"), null, Notation.of("2"), sentence);
    View solution = new View.Solution(null, List.of(step));

    assertThat(Display.text(solution)).startsWith("1. one step. With x1, 2 < 3 and $5_a.\n");
    assertThat(bundle(solution).get("text/markdown"))
        .isEqualTo(
            "**1\\. one step** With $x_{1}$, 2 &lt; 3 and <span>\\$</span>5\\_a.\n\n"
                + "$$\\begin{aligned} y &= 1 \\\\ &= 2 \\end{aligned}$$");
    assertThat(bundle(new View.Stack(List.of(solution))).get("text/html"))
        .contains("With x<sub>1</sub>, 2 &lt; 3 and <span>$</span>5_a.");
  }

  @Test
  void should_set_lines_of_matrices_apart() {
    View.Step step =
        new View.Step(
            "sum",
            Notation.of("y"),
            Notation.of("M"),
            Notation.matrix(M.values()),
            Notation.of("3"),
            "");

    assertThat(bundle(new View.Solution(null, List.of(step))).get("text/markdown"))
        .endsWith("y &= M \\\\[4pt] &= " + FORMULA + " \\\\[4pt] &= 3 \\end{aligned}$$");
  }
}
