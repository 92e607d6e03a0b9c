package dev.nabla.matrix;

import static dev.nabla.Nabla.fractions;
import static dev.nabla.Nabla.heat;
import static dev.nabla.Nabla.latex;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.plot;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.display.Display;
import dev.nabla.display.View;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void should_fill_a_table_row_by_row_without_changing_it() {
    Table empty = table("d", "evaluations", "ratio", "weights");
    Table one = empty.row(1, 3, 1.2, matrix("1 2; 3 4.5"));
    Table two = one.row(32, 2049, 819.6, "none");

    assertThat(one)
        .hasToString(
            table("d", "evaluations", "ratio", "weights").row(1, 3, 1.2, "1 2; 3 4.5").toString());
    assertThat(two.toString().lines().map(String::strip))
        .containsSubsequence(
            "d  evaluations  ratio  weights",
            "1            3    1.2  1 2; 3 4.5",
            "32         2049  819.6  none");
  }

  @Test
  void should_say_how_many_cells_a_row_needs() {
    assertThatThrownBy(() -> table("step", "loss").row(1))
        .hasMessage("row: 1 cell for 2 columns (step, loss). Give one cell for each column.");
    assertThatThrownBy(() -> table())
        .hasMessage("table(): a table has at least one column. Write table(\"step\", \"loss\").");
  }

  @Test
  void should_draw_curves_and_functions() {
    assertThat(Display.bundle(plot(new double[] {3, 2, 1}), null))
        .containsKeys(Display.TEXT, Display.HTML, Display.PDF);
    assertThat(plot(new double[] {1, 1e-6}).view().logarithmic()).isTrue();
    assertThat(plot(new double[] {1, 0.5}).view().logarithmic()).isFalse();
    double[] y = plot(x -> x * x, -1, 1).view().series().get(0).y();
    assertThat(y[0]).isEqualTo(1);
    assertThat(y[y.length / 2]).isZero();
    assertThatThrownBy(() -> plot(x -> x, 1, 1))
        .hasMessage(
            "plot: from 1 to 1 there is no interval. Give the smaller end first: plot(f, -5, 5).");
    assertThatThrownBy(() -> plot(new double[0]))
        .hasMessage("plot: curve 1 has no values, so there is nothing to draw.");
  }

  @Test
  void should_draw_few_points_of_a_long_curve_and_no_spike_less() {
    double[] curve = new double[1_000_000];
    for (int i = 0; i < curve.length; i++) {
      curve[i] = 2 - i / 1e6;
    }
    curve[123_456] = 9;
    curve[765_432] = 0.5;

    View.Series drawn = plot(curve).view().series().get(0);

    assertThat(drawn.x().length).isLessThan(600);
    assertThat(drawn.x()).contains(0, 123_456, 765_432, 999_999).isSorted();
    assertThat(drawn.y()).contains(9, 0.5);
  }

  @Test
  void should_show_a_matrix_shaded_as_fractions_and_as_latex() {
    assertThat(Display.bundle(heat(row(1, -2)), null).get(Display.HTML))
        .contains("rgba(33,102,172");
    assertThat(fractions(row(0.5, 0.25))).hasToString(fractions(row(0.5, 0.25)).toString());
    assertThat(fractions(row(0.5, 0.25)).toString()).contains("1/2").contains("1/4");
    assertThat(latex(row(1, 2))).contains("\\begin{array}{rr} 1 & 2 \\end{array}");
  }
}
