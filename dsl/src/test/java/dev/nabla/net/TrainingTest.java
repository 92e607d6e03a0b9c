package dev.nabla.net;

import static dev.nabla.Nabla.columnSpread;
import static dev.nabla.Nabla.data;
import static dev.nabla.Nabla.logLoss;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.ones;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.rowSpread;
import static dev.nabla.Nabla.sigmoid;
import static dev.nabla.Nabla.squaredError;
import static dev.nabla.Nabla.tanh;
import static dev.nabla.net.Close.assertClose;
import static dev.nabla.net.Close.assertMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.sun.management.ThreadMXBean;
import dev.nabla.Nabla;
import dev.nabla.display.Display;
import dev.nabla.display.Screen;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {
  private final SimpleMatrix X = data("xor").X();
  private final SimpleMatrix Y = data("xor").Y();
  private final Network xor =
      net(2).layer(4, sigmoid).layer(1).loss(squaredError.half().mean()).random(7);

  @Test
  void should_take_the_same_steps_as_forward_backward_step() {
    Trained run = xor.train(X, Y).rate(0.5).epochs(20);
    Network byHand = xor;
    assertThat(run.losses()[0]).isEqualTo(byHand.forward(X).loss(Y));
    for (int t = 1; t <= 20; t++) {
      byHand = byHand.forward(X).backward(Y).step(0.5);
      assertThat(run.losses()[t]).isEqualTo(byHand.forward(X).loss(Y));
    }
    assertClose(run.net().W(1), byHand.W(1), 0);
    assertClose(run.net().b(2), byHand.b(2), 0);
    assertThat(run.epochs()).isEqualTo(20);
    assertThat(run.loss()).isEqualTo(run.losses()[20]);
  }

  /** Worksheet WS1, 3.2c: random weights learn XOR, constant ones stay one unit for ever. */
  @Test
  void should_learn_xor_from_random_weights_but_not_from_constant_ones() {
    assertThat(xor.train(X, Y).rate(1).epochs(3000).loss()).isLessThan(1e-20);
    Trained constant = xor.constant(0.5).train(X, Y).rate(1).epochs(3000);
    assertThat(constant.loss()).isCloseTo(0.0863, within(5e-5));
    assertThat(constant.net().collapse().W(1).getNumRows()).isEqualTo(1);
  }

  /** Watches what would tell the units of two hidden layers apart that start alike. */
  private static Training watchingUnits(Training training) {
    return training
        .watch("first", n -> rowSpread(n.W(1)))
        .watch("second", n -> rowSpread(n.W(2)) + columnSpread(n.W(2)))
        .watch("last", n -> columnSpread(n.W(3)));
  }

  private static void assertNothingTellsUnitsApart(Trained run) {
    assertThat(run.watched("first")).containsOnly(0);
    assertThat(run.watched("second")).containsOnly(0);
    assertThat(run.watched("last")).containsOnly(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100})
  void should_keep_hidden_rows_exactly_equal_from_constant_weights(int epochs) {
    for (double value : new double[] {0, 0.5, 0.3, -1.7}) {
      for (Activation f : new Activation[] {sigmoid, tanh, relu}) {
        Trained run =
            watchingUnits(
                    net(2)
                        .layer(5, f)
                        .layer(3, f)
                        .layer(1)
                        .loss(squaredError.half().mean())
                        .constant(value)
                        .train(X, Y)
                        .rate(0.5))
                .epochs(epochs);
        assertThat(run.watched("first")).hasSize(epochs + 1);
        assertNothingTellsUnitsApart(run);
      }
    }
  }

  @Test
  void should_keep_rows_equal_in_wide_layers_batches_and_every_rule() {
    SimpleMatrix points = SimpleMatrix.random_DDRM(20, 37, -1, 1, new Random(4));
    SimpleMatrix targets = SimpleMatrix.random_DDRM(3, 37, -1, 1, new Random(5));
    Training plain =
        watchingUnits(
            net(20)
                .layer(40, tanh)
                .layer(30, sigmoid)
                .layer(3)
                .loss(squaredError.mean())
                .constant(0.1)
                .train(points, targets)
                .rate(0.01));
    for (Training training :
        new Training[] {plain, plain.batch(16), plain.momentum(0.9), plain.adam().batch(1)}) {
      Trained run = training.epochs(20);
      assertNothingTellsUnitsApart(run);
      assertThat(run.loss()).isNotEqualTo(run.losses()[0]);
    }
  }

  /** The traps of WS1 3.2c: XOR stands still after one step, AND moves its first layer later. */
  @Test
  void should_move_from_zero_as_the_worksheet_says() {
    Network zero = net(2).layer(4, sigmoid).layer(1).loss(squaredError.half().mean()).constant(0);
    Network once = zero.train(X, Y).rate(0.5).epochs(1).net();
    assertClose(once.W(2), ones(1, 4).scale(0.125), 0);
    assertClose(once.b(2), "0.25", 0);
    assertThat(zero.train(X, Y).rate(0.5).epochs(100).loss()).isEqualTo(0.125);
    SimpleMatrix and = data("and").Y();
    assertClose(zero.train(X, and).rate(0.5).epochs(1).net().W(1), ones(4, 2).scale(0), 0);
    assertClose(
        zero.train(X, and).rate(0.5).epochs(2).net().W(1), ones(4, 2).scale(0.0009765625), 1e-18);
  }

  /** Momentum and Adam against their definitions, written out for one weight. */
  @Test
  void should_update_by_momentum() {
    Network one = net().layer(row(2)).loss(squaredError.half());
    Trained run =
        one.train(row(1), row(0)).rate(0.1).momentum(0.9).watch("w", n -> n.W(1).get(0)).epochs(3);
    // v: 2; 0.9 2 + 1.8 = 3.6; 0.9 3.6 + 1.44 = 4.68
    assertThat(run.watched("w")[1]).isCloseTo(1.8, within(1e-15));
    assertThat(run.watched("w")[2]).isCloseTo(1.44, within(1e-15));
    assertThat(run.watched("w")[3]).isCloseTo(0.972, within(1e-15));
  }

  @Test
  void should_update_by_adam() {
    Network one = net().layer(row(2)).loss(squaredError.half());
    Trained run =
        one.train(row(1), row(0)).rate(0.1).adam().watch("w", n -> n.W(1).get(0)).epochs(3);
    double w = 2;
    double m = 0;
    double v = 0;
    for (int t = 1; t <= 3; t++) {
      double g = w;
      m = 0.9 * m + 0.1 * g;
      v = 0.999 * v + 0.001 * g * g;
      w -= 0.1 * (m / (1 - Math.pow(0.9, t))) / (Math.sqrt(v / (1 - Math.pow(0.999, t))) + 1e-8);
      assertThat(run.watched("w")[t]).isCloseTo(w, within(1e-14));
    }
  }

  @Test
  void should_step_after_every_batch() {
    Network net = net().layer(row(1, 1)).loss(squaredError.half().mean());
    SimpleMatrix points = matrix("1 2 3; 0 1 -1");
    SimpleMatrix targets = row(1, 0, 2);
    Trained run = net.train(points, targets).rate(0.1).batch(2).seed(5).epochs(1);
    // One batch of two and one of one, in some order: six orders are possible.
    boolean found = false;
    for (int[] order : new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 2, 0}}) {
      Network next = net;
      next = step(next, points, targets, order[0], order[1]);
      next = step(next, points, targets, order[2]);
      found |= next.W(1).minus(run.net().W(1)).normF() < 1e-15;
    }
    assertThat(found).isTrue();
  }

  private static Network step(Network net, SimpleMatrix X, SimpleMatrix Y, int... examples) {
    SimpleMatrix batchX = new SimpleMatrix(X.getNumRows(), 0);
    SimpleMatrix batchY = new SimpleMatrix(1, 0);
    for (int n : examples) {
      batchX = batchX.concatColumns(X.getColumn(n));
      batchY = batchY.concatColumns(Y.getColumn(n));
    }
    return net.forward(batchX).backward(batchY).step(0.1);
  }

  @Test
  void should_shuffle_by_the_seed_alone() {
    Network net = net(2).layer(3, tanh).layer(1, sigmoid).loss(logLoss.mean());
    Data moons = Data.twoMoons(50, 0.1, 3);
    Training training = net.train(moons.X(), moons.Y()).rate(0.1).batch(8);
    assertThat(training.epochs(5).losses()).isEqualTo(training.epochs(5).losses());
    assertThat(training.seed(2).epochs(5).losses()).isNotEqualTo(training.epochs(5).losses());
    assertThat(training.epochs(200).loss()).isLessThan(0.4);
  }

  @Test
  void should_stop_where_the_loss_is_not_finite_and_keep_the_last_net() {
    Network net = net().layer(row(1, 1)).loss(squaredError);
    Trained run = net.train(matrix("1 2; 0 1"), row(1, 0)).rate(50).epochs(1000);
    assertThat(run.note())
        .matches(
            "epoch \\d+: the loss is (infinite|not a number any more); rate 50 is too large\\. The"
                + " net of epoch "
                + run.epochs()
                + " is kept\\. Try rate\\(5\\)\\.");
    assertThat(run.note()).startsWith("epoch " + (run.epochs() + 1) + ": ");
    assertThat(run.loss()).isFinite();
    assertThat(run.net().forward(matrix("1 2; 0 1")).loss(row(1, 0))).isEqualTo(run.loss());
    assertThat(Close.text(run)).endsWith(run.note()).contains("train: " + run.epochs());
  }

  /** Copies are kept every few epochs only, so a net in between is made by steps taken again. */
  @Test
  void should_keep_the_very_net_of_the_last_finite_loss_however_late() {
    SimpleMatrix x = SimpleMatrix.random_DDRM(3, 10, -1, 1, new Random(1));
    SimpleMatrix y = SimpleMatrix.random_DDRM(1, 10, -1, 1, new Random(2));
    Training plain =
        net(3).layer(4, relu).layer(1).loss(squaredError).random(3).train(x, y).rate(1);
    for (Training training :
        new Training[] {
          plain.rule(growing()), plain.momentum(0.5).rate(0.2), plain.batch(4).rule(growing())
        }) {
      Trained run = training.epochs(10_000);
      assertThat(run.note()).contains("is too large");
      assertThat(run.net().forward(x).loss(y)).isEqualTo(run.loss());
      Trained again = training.epochs(run.epochs());
      assertThat(again.note()).isEmpty();
      assertClose(run.net().W(1), again.net().W(1), 0);
      assertClose(run.net().b(2), again.net().b(2), 0);
    }
    assertThat(plain.rule(growing()).epochs(10_000).epochs()).isGreaterThan(32);
  }

  /** Grows every parameter, whatever the gradient; it remembers a number to see that kept, too. */
  private static UpdateRule growing() {
    return new UpdateRule() {
      @Override
      public String words() {
        return "growing";
      }

      @Override
      public int memories() {
        return 1;
      }

      @Override
      public void update(
          double rate, long step, double[] values, double[] gradient, double[][] memory) {
        for (int i = 0; i < values.length; i++) {
          memory[0][i] += step;
          values[i] *= 10 + memory[0][i] / 1000;
        }
      }
    };
  }

  @Test
  void should_forget_the_batches_of_an_epoch_that_was_interrupted() {
    int[] steps = new int[1];
    UpdateRule interrupting =
        new UpdateRule() {
          @Override
          public String words() {
            return "";
          }

          @Override
          public int memories() {
            return 0;
          }

          @Override
          public void update(
              double rate, long step, double[] values, double[] gradient, double[][] memory) {
            values[0] -= rate * gradient[0];
            steps[0]++;
            if (step == 9) {
              Thread.currentThread().interrupt();
            }
          }
        };
    Trained run = xor.train(X, Y).rate(0.5).batch(1).rule(interrupting).epochs(50);
    assertThat(run.note()).isEqualTo("interrupted after epoch 2 of 50.");
    assertThat(run.net().forward(X).loss(Y)).isEqualTo(run.loss());
    assertThat(steps[0]).isEqualTo(9 * 4);
  }

  /** So large that a BLAS would be worth while, which does not sum all rows in the same order. */
  @Test
  void should_keep_rows_equal_in_products_large_enough_for_a_blas() {
    SimpleMatrix points = SimpleMatrix.random_DDRM(61, 67, -1, 1, new Random(4));
    SimpleMatrix targets = SimpleMatrix.random_DDRM(3, 67, -1, 1, new Random(5));
    Trained run =
        watchingUnits(
                net(61)
                    .layer(79, tanh)
                    .layer(63, sigmoid)
                    .layer(3)
                    .loss(squaredError.mean())
                    .constant(0.1)
                    .train(points, targets)
                    .rate(0.01))
            .epochs(10);
    assertNothingTellsUnitsApart(run);
    assertThat(run.loss()).isLessThan(run.losses()[0]);
  }

  @Test
  void should_train_wide_layers_as_forward_backward_step_do() {
    SimpleMatrix points = SimpleMatrix.random_DDRM(61, 67, -1, 1, new Random(4));
    SimpleMatrix targets = SimpleMatrix.random_DDRM(3, 67, -1, 1, new Random(5));
    Network byHand =
        net(61).layer(79, tanh).layer(63, relu).layer(3).loss(squaredError.mean()).random(2);
    Trained run = byHand.train(points, targets).rate(0.01).epochs(10);
    for (int t = 0; t < 10; t++) {
      byHand = byHand.forward(points).backward(targets).step(0.01);
    }
    assertThat(run.loss()).isCloseTo(byHand.forward(points).loss(targets), withinPercentage(1e-10));
    assertClose(run.net().W(1), byHand.W(1), 1e-12);
    assertClose(run.net().b(3), byHand.b(3), 1e-12);
  }

  @Test
  void should_name_not_a_number_as_such() {
    Network net = net().layer(row(1e200), relu).layer(row(1e200)).loss(squaredError);
    assertMessage(
        () -> net.train(row(1), row(0)).rate(1).epochs(3),
        "epochs: the loss is infinite before the first step. Look at net.forward(X).");
  }

  @Test
  void should_return_what_was_learned_when_interrupted() {
    Network[] seen = new Network[1];
    Trained run =
        xor.train(X, Y)
            .rate(0.5)
            .watch(
                "stop",
                n -> {
                  seen[0] = n;
                  if (n.forward(X).loss(Y) < 0.1683) {
                    Thread.currentThread().interrupt();
                  }
                  return 0;
                })
            .epochs(Integer.MAX_VALUE);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(run.epochs()).isBetween(1, 100_000);
    assertThat(run.note()).isEqualTo("interrupted after epoch " + run.epochs() + " of 2147483647.");
    assertClose(run.net().W(1), seen[0].W(1), 0);
  }

  @Test
  void should_allocate_nothing_per_step() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Training whole = xor.train(X, Y).rate(0.1);
    Training batches = whole.batch(3).adam();
    long[] bytes = new long[4];
    for (int round = 0; round < 3; round++) {
      bytes[0] = allocated(threads, whole, 1000);
      bytes[1] = allocated(threads, whole, 3000);
      bytes[2] = allocated(threads, batches, 1000);
      bytes[3] = allocated(threads, batches, 3000);
    }
    // Losses are recorded: 8 bytes for each epoch, copied as they grow and once more at the end.
    assertThat(bytes[1] - bytes[0]).isLessThan(2000 * 4 * 8 + 4096);
    assertThat(bytes[3] - bytes[2]).isLessThan(2000 * 4 * 8 + 4096);
  }

  private static long allocated(ThreadMXBean threads, Training training, int epochs) {
    long id = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(id);
    training.epochs(epochs);
    return threads.getThreadAllocatedBytes(id) - before;
  }

  @Test
  void should_refuse_what_cannot_be_trained() {
    assertMessage(
        () -> net(2).layer(1).train(X, Y),
        "train: this net has no loss, so there is nothing to make small. Say"
            + " .loss(squaredError.half().mean()).");
    assertMessage(
        () -> xor.train(X, Y).epochs(100),
        "epochs: there is no learning rate yet. Say train(X, Y).rate(0.5).epochs(100).");
    assertMessage(
        () -> xor.train(X, Y).rate(1).epochs(0), "epochs(0): say at least 1, such as epochs(100).");
    assertMessage(
        () -> xor.train(X, Y).rate(Double.NaN),
        "rate(NaN): this is not a learning rate. Give a positive number, such as rate(0.5).");
    assertMessage(
        () -> xor.train(X, Y).batch(5), "batch(5): X has 4 examples, so a batch has 1 to 4.");
    assertMessage(
        () -> xor.train(X, Y).momentum(1),
        "momentum(1): beta is the share of the last step that stays, such as momentum(0.9).");
    assertMessage(
        () -> xor.train(X, Y.transpose()),
        "train: Y is 4 x 1, but the output is 1 x 4 (outputs x examples). Did you mean row(...)"
            + " instead of column(...)?");
    assertMessage(
        () -> xor.train(new SimpleMatrix(2, 0), row(1)),
        "train: X is 2 x 0, a batch without examples. Give it a column.");
    assertMessage(
        () -> xor.train(X, Y).rate(1).epochs(1).watched("loss"),
        "watched(\"loss\"): nothing was watched. Say .watch(\"loss\", n -> ...) before .epochs.");
  }

  @Test
  void should_show_settings_and_results() {
    assertThat(Close.text(xor.train(X, Y).rate(1).batch(2).momentum(.9)))
        .isEqualTo("train: rate 1, batches of 2, momentum 0.9; not started: say .epochs(100)");
    assertThat(Close.text(xor.train(X, Y)))
        .isEqualTo("train: no rate yet; not started: say .rate(0.1).epochs(100)");
    assertThat(Close.text(xor.train(X, Y).rate(0.001).adam()))
        .isEqualTo("train: rate 0.001, Adam; not started: say .epochs(100)");
    Trained run =
        xor.constant(0.5).train(X, Y).rate(1).watch("spread", n -> rowSpread(n.W(1))).epochs(3000);
    assertThat(Close.text(run).lines().filter(line -> !line.isBlank()))
        .containsExactly(
            "train: 3000 epochs, rate 1, loss 1.18 -> 0.0863", "spread: 0 -> 0, min 0, max 0");
  }

  @Test
  void should_take_the_number_of_inputs_from_the_data() {
    Network waiting = net().layer(3, tanh).layer(1).loss(squaredError.mean());
    Network learned = waiting.train(X, Y).rate(0.1).epochs(5).net();
    assertThat(learned.W(1).getNumCols()).isEqualTo(2);
    assertClose(
        learned.W(1),
        net(2)
            .layer(3, tanh)
            .layer(1)
            .loss(squaredError.mean())
            .train(X, Y)
            .rate(0.1)
            .epochs(5)
            .net()
            .W(1),
        0);
  }

  @Test
  void should_leave_the_first_net_alone() {
    SimpleMatrix before = xor.W(1);
    xor.train(X, Y).rate(1).epochs(10);
    assertClose(xor.W(1), before, 0);
    assertThat(Nabla.rank(before)).isEqualTo(2);
  }

  @Test
  void should_move_a_curve_on_a_screen_that_can_show_it() {
    List<String> shown = new ArrayList<>();
    Screen before = Screen.current();
    Screen.use(
        new Screen() {
          @Override
          public Shown show(Object value) {
            shown.add("new " + Display.bundle(value, null).get(Display.TEXT));
            return next -> shown.add("next " + Display.bundle(next, null).get(Display.TEXT));
          }

          @Override
          public boolean isLive() {
            return true;
          }
        });
    try {
      Network net = net().layer(row(1, 1)).loss(squaredError.half().mean());
      Training slow =
          net.train(matrix("1 0; 0 1"), row(1, 2))
              .rate(0.1)
              .watch(
                  "slow",
                  n -> {
                    LockSupport.parkNanos(300_000_000);
                    return 0;
                  });
      slow.epochs(2);
      assertThat(shown).as("a short one").isEmpty();

      Trained run = slow.epochs(6);

      assertThat(shown).first().asString().startsWith("new ");
      assertThat(shown).hasSizeBetween(2, 6);
      assertThat(shown).last().asString().startsWith("next ").contains("6").contains("loss");
      assertThat(run).asString().startsWith("train: 6 epochs, rate 0.1, loss ");
      assertThat(Display.bundle(run, null)).containsKey(Display.HTML);
    } finally {
      Screen.use(before);
    }
  }
}
