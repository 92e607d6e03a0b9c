package dev.nabla.notebooks.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.notebooks.model.Cell;
import org.junit.jupiter.api.Test;

class GradingTest {

  /**
   * Checksums that nbgrader itself has written, from the notebooks of its documentation and tests.
   */
  @Test
  void should_compute_the_checksums_of_nbgrader() {
    assertThat(
            Grading.byHand("sum_of_squares_equation", 1)
                .checksum(Cell.markdown("", "YOUR ANSWER HERE")))
        .isEqualTo("f3cc38a3e522c0be10852ebbe2a638b7");
    assertThat(Grading.byHand("baz", 2).checksum(Cell.markdown("", "YOUR ANSWER HERE")))
        .isEqualTo("9e51fd0022c24c4105e38369d2f9d751");
    assertThat(Grading.test("bar", 1).checksum(Cell.code("", "assert a == 1")))
        .isEqualTo("75d78cdf605a339809ceaace462c5f33");
    assertThat(Grading.given("ro2").checksum(Cell.markdown("", "This cell shouldn't be changed.")))
        .isEqualTo("0122b50e5eaf367b9874d07ebaf80521");
  }

  @Test
  void should_write_the_metadata_that_the_schema_allows() {
    Cell test = Grading.test("2-dW1", 1.5).on(Cell.code("check-2-dW1", "check()"));
    Cell answer = Grading.answer("answer-2").on(Cell.code("answer-2", "var a = \"\";"));

    assertThat(test.metadata().get("editable").getAsBoolean()).isFalse();
    assertThat(test.metadata().get("deletable").getAsBoolean()).isFalse();
    assertThat(test.metadata().getAsJsonObject("nbgrader").keySet())
        .containsExactlyInAnyOrder(
            "schema_version",
            "grade_id",
            "grade",
            "solution",
            "locked",
            "task",
            "cell_type",
            "checksum",
            "points");
    assertThat(answer.metadata().has("editable")).isFalse();
    assertThat(answer.metadata().getAsJsonObject("nbgrader").has("points")).isFalse();
  }
}
