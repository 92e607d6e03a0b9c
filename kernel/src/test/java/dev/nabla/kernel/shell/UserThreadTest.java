package dev.nabla.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.nabla.kernel.shell.UserThread.Result;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UserThreadTest {
  private final UserThread cells = new UserThread();

  @Test
  void should_run_every_call_on_the_same_thread() {
    Object first = cells.run(Thread::currentThread, null).value();

    assertThat(cells.run(Thread::currentThread, null).value()).isSameAs(first);
    assertThat(cells.thread()).isSameAs(first);
  }

  @Test
  void should_give_what_was_thrown() {
    Exception boom = new Exception("boom");

    Result result =
        cells.run(
            () -> {
              throw boom;
            },
            null);

    assertThat(result).isEqualTo(new Result(null, boom));
  }

  @Test
  void should_answer_every_call_with_its_own_result_however_often_and_wherever_it_is_stopped()
      throws Exception {
    HardStop stop = HardStop.ofThisJvm();
    assumeThat(Runtime.version().feature()).isNotIn(20, 21);
    cells.run(() -> 0, null);
    AtomicBoolean done = new AtomicBoolean();
    Thread stopping =
        new Thread(
            () -> {
              while (!done.get()) {
                // Not only in calls: also where our own code waits, takes a call and hands it back.
                stop.stop(cells.thread());
                LockSupport.parkNanos(20_000);
              }
            });
    stopping.start();
    try {
      for (int i = 0; i < 4_000; i++) {
        int own = i;
        Result result = cells.run(() -> own, null);
        assertThat(result.thrown() == null ? result.value() : own).isEqualTo(own);
        assertThat(result.thrown())
            .satisfiesAnyOf(
                thrown -> assertThat(thrown).isNull(),
                thrown -> assertThat(thrown).isInstanceOfAny(Stopped.class, ThreadDeath.class));
      }
    } finally {
      done.set(true);
      stopping.join();
    }
    assertThat(cells.run(() -> "still there", null).thrown())
        .satisfiesAnyOf(
            thrown -> assertThat(thrown).isNull(),
            thrown -> assertThat(thrown).isInstanceOfAny(Stopped.class, ThreadDeath.class));
    assertThat(cells.run(() -> "still there", null)).isEqualTo(new Result("still there", null));
  }
}
