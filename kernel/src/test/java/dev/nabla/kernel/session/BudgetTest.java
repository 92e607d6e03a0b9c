package dev.nabla.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetTest {
  private final Budget budget = new Budget();

  @Test
  void should_let_everything_out_that_a_notebook_can_hold() {
    String half = "x".repeat(Budget.HEAD_CHARS / 2);

    assertThat(budget.admit(half)).isEqualTo(half);
    assertThat(budget.admit(half)).isEqualTo(half);
    assertThat(budget.rest()).isEmpty();
  }

  @Test
  void should_keep_the_end_of_the_rest_and_say_how_much_is_missing() {
    budget.admit("x".repeat(Budget.HEAD_CHARS - 1));

    assertThat(budget.admit("ab")).isEqualTo("a");
    StringBuilder all = new StringBuilder("b");
    for (int i = 0; i < 10_000; i++) {
      assertThat(budget.admit("line " + i + "\n")).isEmpty();
      all.append("line ").append(i).append('\n');
    }
    String rest = budget.rest();
    String end = rest.substring(rest.indexOf("here ...\n") + 9);
    assertThat(all.toString()).endsWith(end);
    assertThat(rest)
        .startsWith(
            "\n... " + (all.length() - end.length()) + " characters are left out here ...\n");
    assertThat(end.length()).isBetween(Budget.TAIL_CHARS, 2 * Budget.TAIL_CHARS);
    assertThat(budget.rest()).isEmpty();
  }

  @Test
  void should_drop_nothing_of_a_short_rest() {
    budget.admit("x".repeat(Budget.HEAD_CHARS));
    budget.admit("the end");

    assertThat(budget.rest()).isEqualTo("the end");
  }
}
