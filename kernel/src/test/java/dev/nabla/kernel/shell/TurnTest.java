package dev.nabla.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class TurnTest {
  private final Turn turn = new Turn();

  @Test
  void should_let_others_wait_except_while_it_needs_no_turn() throws Exception {
    CompletableFuture<String> other = new CompletableFuture<>();

    String between =
        turn.with(
            () ->
                turn.with(
                    () -> {
                      new Thread(() -> other.complete(turn.with(() -> "had its turn"))).start();
                      assertThatThrownBy(() -> other.get(200, TimeUnit.MILLISECONDS))
                          .isInstanceOf(TimeoutException.class);
                      return turn.without(() -> other.get(30, TimeUnit.SECONDS));
                    }));

    assertThat(between).isEqualTo("had its turn");
  }

  @Test
  void should_work_without_a_turn_to_give_away() {
    assertThat(turn.without(() -> 7)).isEqualTo(7);
  }
}
