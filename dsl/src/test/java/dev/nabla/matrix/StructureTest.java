package dev.nabla.matrix;

import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.columnSpread;
import static dev.nabla.Nabla.csv;
import static dev.nabla.Nabla.expect;
import static dev.nabla.Nabla.leastSquares;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.oneHot;
import static dev.nabla.Nabla.ones;
import static dev.nabla.Nabla.rank;
import static dev.nabla.Nabla.rowSpread;
import static dev.nabla.Nabla.unvec;
import static dev.nabla.Nabla.vec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StructureTest {

  @Test
  void should_count_independent_rows() {
    assertThat(rank(matrix("1 2; 2 4"))).isEqualTo(1);
    assertThat(rank(matrix("1 2; 2 4.1"))).isEqualTo(2);
    assertThat(rank(matrix("1 2 3; 4 5 6; 7 8 9"))).isEqualTo(2);
    assertThat(rank(matrix("0 0; 0 0; 0 0"))).isEqualTo(0);
  }

  @Test
  void should_measure_how_far_rows_and_columns_differ() {
    SimpleMatrix M = matrix("1 2; 1 5; 1.5 2");
    assertThat(rowSpread(M)).isEqualTo(3);
    assertThat(columnSpread(M)).isEqualTo(4);
    assertThat(rowSpread(ones(3, 2))).isEqualTo(0);
    assertThat(rowSpread(matrix("1 2"))).isEqualTo(0);
  }

  @Test
  void should_stack_columns_and_back() {
    expect(vec(matrix("1 2; 3 4; 5 6")), "1; 3; 5; 2; 4; 6", 0);
    expect(unvec(column(1, 3, 5, 2, 4, 6), 3, 2), "1 2; 3 4; 5 6", 0);
    assertThatThrownBy(() -> unvec(column(1, 2, 3), 2, 2))
        .hasMessage("unvec: v is 3 x 1, but a 2 x 2 matrix is stacked in a column of 4.");
  }

  @Test
  void should_write_labels_as_columns() {
    expect(oneHot(3, 1, 3), "1 0; 0 0; 0 1", 0);
    assertThatThrownBy(() -> oneHot(3, 1, 4))
        .hasMessage("oneHot: label 2 is 4, but with 3 classes labels are 1 to 3.");
    assertThatThrownBy(() -> oneHot(3, 0))
        .hasMessage("oneHot: label 1 is 0, but with 3 classes labels are 1 to 3.");
    assertThatThrownBy(() -> oneHot(3))
        .hasMessage("oneHot(3): give the number of classes, then the labels: oneHot(3, 1, 3).");
  }

  /** The line through 1 1, 2 3, 4 4, 5 7 has slope 13/10 and residual 18.75 - 16.9. */
  @Test
  void should_fit_a_line() {
    SimpleMatrix X = matrix("1 1; 1 2; 1 4; 1 5");
    SimpleMatrix y = column(1, 3, 4, 7);
    LeastSquares fit = leastSquares(X, y);
    expect(fit.theta(), "-0.15; 1.3", 1e-14);
    assertThat(fit.residual()).isCloseTo(1.85, within(1e-13));
    expect(fit.gradient(fit.theta()), "0; 0", 1e-12);
    expect(fit.gradient(column(0, 0)), "-30; -116", 0);
    // X^T y = (15, 58) is the shape of theta, but far from it.
    assertThat(fit.residual(X.transpose().mult(y)))
        .isEqualTo(72 * 72 + 128 * 128 + 243 * 243 + 298 * 298);
    assertThat(fit.toString())
        .contains("X^T X - 2 x 2", "X^T y - 2 x 1", "theta - 2 x 1", "||X theta - y||^2");
  }

  @Test
  void should_refuse_least_squares_without_a_single_answer() {
    assertThatThrownBy(() -> leastSquares(matrix("1 2; 2 4; 3 6"), column(1, 2, 3)))
        .hasMessage(
            "leastSquares: X has 2 columns but rank 1, so many theta fit equally well and X^T X has"
                + " no inverse. Remove columns that others make up, or add examples.");
    assertThatThrownBy(() -> leastSquares(matrix("1 2; 2 4; 3 6"), matrix("1 2 3")))
        .hasMessage(
            "leastSquares: X is 3 x 2, but y is 1 x 3. Rows are examples, so y needs 3 rows. Did you"
                + " mean y.transpose()?");
    assertThatThrownBy(() -> leastSquares(matrix("1 0; 0 1"), column(1, 2)).residual(column(1)))
        .hasMessage("residual: t is 1 x 1, but theta is 2 x 1, one entry for each column of X.");
  }

  @Test
  void should_read_numbers_from_files(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("points.csv");
    Files.writeString(file, "\ufeffx1, \"x2\" ,y\n1,2,3\n\n-4, 5e-1,1/2\n");
    Quantity points = csv(file.toString());
    expect(points, "1 2 3; -4 0.5 0.5", 0);
    assertThat(points.view().columns().names()).extracting("text").containsExactly("x1", "x2", "y");
    assertThat(points.name().text()).isEqualTo("points.csv");
    Files.writeString(file, "1;2\n3;4");
    expect(csv(file.toString()), "1 2; 3 4", 0);
  }

  @Test
  void should_say_what_is_wrong_with_a_file(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("points.csv");
    assertThatThrownBy(() -> csv(file.toString()))
        .hasMessageStartingWith("csv: there is no file " + file + ". A path without / in front");
    assertFile(file, "1,2\n\n3", "csv: line 3 of %s has 1 cell, line 1 has 2.");
    assertFile(file, "1,2\n3,x", "csv: line 2 of %s, column 2 is \"x\", which is not a number.");
    assertFile(file, "", "csv: %s is empty.");
    assertFile(file, "a,b", "csv: %s has names but no numbers below them.");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatThrownBy(() -> csv(file.toString()))
        .hasMessage("csv: " + file + " is not text in UTF-8.");
  }

  private static void assertFile(Path file, String content, String message) throws IOException {
    Files.writeString(file, content);
    assertThatThrownBy(() -> csv(file.toString())).hasMessage(String.format(message, file));
  }

  @Test
  void should_write_numbers_inside_sentences() {
    assertThat(Digits.typed(5)).isEqualTo("5");
    assertThat(Digits.typed(0.5)).isEqualTo("0.5");
    assertThat(Digits.three(0.13449)).isEqualTo("0.134");
    assertThat(Digits.three(2.4e-21)).isEqualTo("2.4e-21");
    assertThat(Digits.three(1e-5)).isEqualTo("1e-5");
    assertThat(Digits.three(-12345678)).isEqualTo("-1.23e7");
    assertThat(Digits.three(0)).isEqualTo("0");
    assertThat(Digits.four(1234.56)).isEqualTo("1235");
    assertThat(Digits.four(Double.NaN)).isEqualTo("NaN");
  }
}
