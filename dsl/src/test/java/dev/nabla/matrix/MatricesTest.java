package dev.nabla.matrix;

import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.expect;
import static dev.nabla.Nabla.label;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.ones;
import static dev.nabla.Nabla.round;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.truncate;
import static dev.nabla.Nabla.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.message.NablaException;
import org.junit.jupiter.api.Test;

class MatricesTest {

  @Test
  void should_copy_java_arrays() {
    double[][] rows = {{1, 2}, {3, 4}};
    var m = matrix(rows);
    rows[0][0] = 9;
    assertThat(m.getDDRM().data).containsExactly(1, 2, 3, 4);
  }

  @Test
  void should_refuse_ragged_and_empty_arrays() {
    assertThatThrownBy(() -> matrix(new double[][] {{1, 2}, {3}}))
        .isInstanceOf(NablaException.class)
        .hasMessage(
            "matrix: row 2 has 1 entry, row 1 has 2. Every row {...} needs the same number of"
                + " entries.");
    assertThatThrownBy(() -> matrix(new double[0][]))
        .hasMessage(
            "matrix: the array has no entries. A matrix has at least one row and one column.");
    assertThatThrownBy(() -> matrix(new double[][] {{1}, null}))
        .hasMessage(
            "matrix: row 2 has 0 entries, row 1 has 1. Every row {...} needs the same number of"
                + " entries.");
  }

  @Test
  void should_build_rows_columns_and_constants() {
    assertThat(Shape.of(row(1, 2, 3))).isEqualTo("1 x 3");
    assertThat(Shape.of(column(1, 2, 3))).isEqualTo("3 x 1");
    assertThat(zeros(1, 2).getDDRM().data).containsExactly(0, 0);
    assertThat(ones(2, 1).getDDRM().data).containsExactly(1, 1);
    assertThatThrownBy(() -> row())
        .hasMessage("row(): there are no entries. Write row(1, 2) for the numbers 1 and 2.");
    assertThatThrownBy(() -> ones(0, 3))
        .hasMessage(
            "ones(0, 3): a matrix has at least one row and one column. Write ones(rows, columns),"
                + " such as ones(3, 2).");
  }

  @Test
  void should_refuse_a_matrix_that_cannot_fit() {
    assertThatThrownBy(() -> zeros(2_000_000, 2_000_000))
        .hasMessageMatching(
            "zeros\\(2000000, 2000000\\): a matrix of 2000000 x 2000000 takes 29802\\.3 GB, and this"
                + " kernel has [0-9.]+ GB\\. Choose a smaller one\\.");
  }

  @Test
  void should_round_half_away_from_zero_and_truncate_toward_zero() {
    assertThat(round(0.25, 1)).isEqualTo(0.3);
    assertThat(round(-0.25, 1)).isEqualTo(-0.3);
    assertThat(round(0.285, 2)).isEqualTo(0.29);
    assertThat(truncate(-0.2471, 3)).isEqualTo(-0.247);
    assertThat(round(matrix("1.005 2.5"), 0).getDDRM().data).containsExactly(1, 3);
    assertThat(round(Double.NaN, 2)).isNaN();
  }

  @Test
  void should_keep_the_label_when_rounding_and_lose_it_in_arithmetic() {
    var labeled = label(matrix("1.26 2"), "W", "output", "h1 h2");
    assertThat(((Quantity) round(labeled, 1)).view().name().text()).isEqualTo("W");
    assertThat(labeled.view().rows().meaning()).isEqualTo("output");
    assertThat(labeled.view().columns().names()).extracting("text").containsExactly("h1", "h2");
    assertThat(label(labeled, "theta1").view().name().html()).isEqualTo("\u03b8<sub>1</sub>");
    assertThat(labeled.plus(labeled)).isNotInstanceOf(Quantity.class);
  }

  @Test
  void should_expect_equal_entries_and_name_the_worst() {
    expect(matrix("1 2"), "1 2.0000000001");
    assertThatThrownBy(() -> expect(label(matrix("1 2; 3 4"), "dW1"), "1 2; 3.5 4.1", 0.05))
        .isInstanceOf(NablaException.class)
        .hasMessage(
            "expect: dW1[2,1] is 3.0, but 3.5 was expected (tolerance 0.05). 1 more entry is off.");
    assertThatThrownBy(() -> expect(row(1, 2), column(1, 2)))
        .hasMessage("expect: the actual value is 1 x 2, but 2 x 1 was expected.");
    assertThatThrownBy(() -> expect(Double.NaN, 1))
        .hasMessage("expect: the actual value is NaN, but 1.0 was expected (tolerance 1.0E-9).");
  }
}
