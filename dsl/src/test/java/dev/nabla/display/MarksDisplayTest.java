package dev.nabla.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** Entries that stand out, word for word in the three forms. */
class MarksDisplayTest {
  private static View.Matrix matrix(double[][] values) {
    return Gallery.named("M", new SimpleMatrix(values));
  }

  private static Map<String, String> bundle(View view) {
    Showable showable = () -> view;
    return Display.bundle(showable, null);
  }

  /** The cells of an HTML table: from the end of the common style on. */
  private static List<String> cells(View view) {
    String start = "<td align=\"right\" style=\"text-align:right;padding:2px 8px";
    return List.of(bundle(view).get("text/html").split(start)).stream()
        .skip(1)
        .map(cell -> cell.substring(0, cell.indexOf("</td>")))
        .toList();
  }

  @Test
  void should_shade_by_size_with_at_most_a_third_of_the_color() {
    View heat = matrix(new double[][] {{2, -1, 0, Double.NaN}}).marked(Marks.HEAT);

    assertThat(cells(heat))
        .containsExactly(
            ";background-color:rgba(33,102,172,0.35)\">2",
            ";background-color:rgba(178,24,43,0.18)\">-1",
            "\">0",
            "\">NaN");
    assertThat(bundle(heat).get("text/plain"))
        .isEqualTo("M - 1 x 4\n   1   2  3    4\n1  2  -1  0  NaN");
  }

  @Test
  void should_write_small_fractions_and_round_the_rest() {
    View fractions = matrix(new double[][] {{1 / 3.0, -0.5, 2, Math.PI}}).marked(Marks.FRACTIONS);

    assertThat(bundle(fractions).get("text/plain"))
        .isEqualTo("M - 1 x 4\n     1     2  3       4\n1  1/3  -1/2  2  3.1416");
    assertThat(cells(fractions))
        .containsExactly("\">1/3", "\">-1/2", "\">2", "\" title=\"3.141592653589793\">3.1416");
    assertThat(bundle(fractions).get("text/latex"))
        .contains("\\frac{1}{3} & -\\frac{1}{2} & 2 & 3.1416");
  }

  @Test
  void should_put_a_sign_before_entries_that_are_right_wrong_or_switched_off() {
    Marks.Mark[] marks = {Marks.Mark.RIGHT, Marks.Mark.WRONG, Marks.Mark.MASKED, Marks.Mark.NONE};
    View marked =
        matrix(new double[][] {{1, 2, 0, 4}}).marked(Marks.at((row, column) -> marks[column]));

    assertThat(bundle(marked).get("text/plain"))
        .isEqualTo("M - 1 x 4\n     1    2   3  4\n1  ✓ 1  ✗ 2  ·0  4");
    assertThat(cells(marked))
        .containsExactly(
            ";background-color:rgba(27,120,55,0.2)\">✓ 1",
            ";background-color:rgba(178,24,43,0.25)\">✗ 2",
            "\">·0",
            "\">4");
    assertThat(bundle(marked).get("text/latex"))
        .contains("\\checkmark\\,1 & \\mathsf{X}\\,2 & \\cdot\\,0 & 4");
  }

  @Test
  void should_highlight_a_row() {
    View highlighted =
        matrix(new double[][] {{1, 2}, {3, 4}})
            .marked(Marks.at((i, j) -> i == 1 ? Marks.Mark.HIGHLIGHTED : Marks.Mark.NONE));

    assertThat(bundle(highlighted).get("text/plain"))
        .isEqualTo("M - 2 x 2\n     1    2\n1    1    2\n2  > 3  > 4");
    assertThat(cells(highlighted))
        .containsExactly(
            "\">1",
            "\">2",
            ";border:2px solid #888\"><b>3</b>",
            ";border:2px solid #888\"><b>4</b>");
  }

  @Test
  void should_put_what_is_expected_beside_what_is_marked() {
    View.Matrix yours =
        matrix(new double[][] {{1, 2}})
            .marked(Marks.at((i, j) -> j == 0 ? Marks.Mark.RIGHT : Marks.Mark.WRONG));
    View both = new View.Beside(List.of(yours, matrix(new double[][] {{1, 5}})));

    assertThat(Display.text(both))
        .isEqualTo("M - 1 x 2    M - 1 x 2\n     1    2     1  2\n1  ✓ 1  ✗ 2  1  1  5");
  }
}
