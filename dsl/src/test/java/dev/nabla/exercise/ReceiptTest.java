package dev.nabla.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Nabla;
import dev.nabla.display.Display;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptTest {
  @Test
  void should_confirm_that_an_answer_can_be_read_and_be_worth_nothing() {
    assertThat(Nabla.receipt("2 dW1", "1 2; 3 4").words())
        .isEqualTo("received: 2 dW1 (2 x 2). It is judged after you hand in.");
    assertThat(Nabla.receipt("2 loss", 0.5).words())
        .isEqualTo("received: 2 loss (1 x 1). It is judged after you hand in.");
    assertThat(Nabla.receipt("1 dv/dx", "2 x ").words())
        .isEqualTo("received: 1 dv/dx = 2 x. It is judged after you hand in.");
    assertThat(Nabla.receipt("2 dW1", "").words()).isEqualTo("Nothing is filled in for 2 dW1 yet.");
    assertThat(Display.text(Nabla.receipt("2 dW1", "1 2").view())).isEqualTo("0");
    assertThat(Nabla.receipt("2 dW1", List.of(1)).words())
        .isEqualTo(
            "Your 2 dW1 is a list, which has no numbers to compare. Give a matrix such as"
                + " matrix(\"1 2; 3 4\"), or a number.");
  }
}
