package dev.nabla.exercise;

import static dev.nabla.Nabla.exercise;
import static dev.nabla.Nabla.graph;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.squaredError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.net.Backward;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReviewTest {
  @AfterEach
  void forget() {
    Exercises.clear();
  }

  private static Backward pass(String W1, String X, double... Y) {
    return net()
        .layer(matrix(W1), relu)
        .layer(row(-1, 1, -2))
        .loss(squaredError.half().mean())
        .forward(matrix(X))
        .backward(row(Y));
  }

  @Test
  void should_find_nothing_wrong_with_good_numbers() {
    Backward back = pass("-2 2; 2 1; -1 1", "2 2; -1 3", 1, 7);
    exercise("1", back);

    Review review = Review.of("1 dW1", back.dW(1));

    assertThat(review.right()).isTrue();
    assertThat(review.words()).isEqualTo("right: dW1 (3 x 2)");
    assertThat(review.takesEmpty()).isFalse();
    assertThat(review.accepted()).isEmpty();
    assertThat(review.notes()).isEmpty();
    // For relu the slope at Z is the slope at S, whatever the numbers.
    assertThat(review.unseen()).containsExactly("slope-at-activation");
    assertThat(review.lines())
        .startsWith("right\tright: dW1 (3 x 2)\nunseen\tslope-at-activation\n");
  }

  @Test
  void should_not_see_a_forgotten_mean_of_one_example() {
    Backward back = pass("-2 2; 2 1; -1 1", "2; 3", 7);
    exercise("1", back);

    assertThat(Review.of("1 dW1", back.dW(1)).unseen()).contains("mean-forgotten");
  }

  @Test
  void should_tell_a_wrong_solution_a_dead_gradient_and_a_kink() {
    Backward back = pass("-2 -2; -1 -1; 1 -1", "1; 1", 7);
    exercise("1", back);

    Review review = Review.of("1 dW1", "1 1; 1 1; 1 1");

    assertThat(review.right()).isFalse();
    assertThat(review.notes())
        .containsExactly(
            "dW1 is all zero: a dead gradient, which every second mistake gives too.",
            "S1[3,1] is 0, where relu has a kink: its slope there is a matter of taste.");
  }

  @Test
  void should_tell_numbers_that_nobody_likes() {
    exercise("1")
        .asks("third", 1 / 3.0)
        .asks("fine", 0.458 * 1.0000000000000002)
        .asks("x", 0.12345);

    assertThat(Review.of("1 third", 1 / 3.0).manyDecimals()).isTrue();
    assertThat(Review.of("1 third", 1 / 3.0).lines()).endsWith("\ndecimals\t\n");
    assertThat(Review.of("1 fine", 0.458).manyDecimals()).isFalse();
    assertThat(Review.of("1 fine", 0.458).lines()).doesNotContain("decimals");
    assertThat(Review.of("1 x", 0.12345).manyDecimals()).isTrue();
  }

  /**
   * Both paths of the first graph have the partial 1, so one left out of a product shows nothing.
   */
  @Test
  void should_review_formulas() {
    exercise("1", graph("a = x + 1; v = a + y"));
    exercise("2", graph("a = x^2; v = a^3"));

    assertThat(Review.of("1 dv/dx", "1").right()).isTrue();
    assertThat(Review.of("1 dv/dx", "1").unseen()).contains("delta-forgotten");
    assertThat(Review.of("2 dv/dx", "6 x^5").unseen()).doesNotContain("delta-forgotten");
  }
}
