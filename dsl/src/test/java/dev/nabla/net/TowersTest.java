package dev.nabla.net;

import static dev.nabla.Nabla.activation;
import static dev.nabla.Nabla.crossEntropy;
import static dev.nabla.Nabla.identity;
import static dev.nabla.Nabla.logLoss;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.sigmoid;
import static dev.nabla.Nabla.softmax;
import static dev.nabla.Nabla.squaredError;
import static dev.nabla.Nabla.tanh;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Steps of nets in code of their own against those in code for any net, to the last digit. */
class TowersTest {
  private static final int STEPS = 100;
  private static final double RATE = 0.1;
  private static final Activation[] HIDDEN = {
    relu,
    relu.slopeAtZero(1),
    sigmoid,
    tanh,
    identity,
    softmax,
    activation("sine", StrictMath::sin, StrictMath::cos)
  };

  private final Random random = new Random(7);

  /** Random sizes, with and without bias, and an output that is fused with its loss or is not. */
  private Network randomNet(Activation hidden, int depth) {
    Network net = net(1 + random.nextInt(5));
    if (random.nextBoolean()) {
      net = net.noBias();
    }
    for (int l = 1; l < depth; l++) {
      net = net.layer(1 + random.nextInt(6), hidden);
    }
    int outputs = 1 + random.nextInt(3);
    net =
        switch (random.nextInt(3)) {
          case 0 -> net.layer(outputs).loss(squaredError.half().mean());
          case 1 -> net.layer(outputs, sigmoid).loss(logLoss.mean());
          default -> net.layer(outputs, softmax).loss(crossEntropy.mean());
        };
    return net.random(random.nextLong());
  }

  /** Losses and, last, all parameters. */
  private static double[][] train(Plan plan) {
    Random numbers = new Random(8);
    Arrays.setAll(plan.X.data, i -> numbers.nextGaussian());
    Arrays.setAll(plan.Y.data, i -> i < plan.Y.numCols ? 1 : 0);
    int layers = plan.parameters().W().length;
    double[][] results = new double[2 * layers + 1][];
    double[] losses = new double[STEPS];
    for (int i = 0; i < STEPS; i++) {
      losses[i] = plan.forward();
      plan.descend(RATE);
    }
    results[2 * layers] = losses;
    for (int l = 0; l < layers; l++) {
      results[2 * l] = plan.parameters().W()[l].data;
      results[2 * l + 1] =
          plan.parameters().b()[l] == null ? new double[0] : plan.parameters().b()[l].data;
    }
    return results;
  }

  private static Plan plan(Network net, int examples, long steps) {
    return new Plan(net.plan(), net.parameters().copy(), examples, steps);
  }

  @Test
  void should_train_with_the_digits_of_any_net() {
    for (Activation hidden : HIDDEN) {
      for (int depth = 1; depth <= 4; depth++) {
        Network net = randomNet(hidden, depth);
        int examples = 1 + random.nextInt(10);
        Plan anyNet = plan(net, examples, 0);
        Plan alone = plan(net, examples, Towers.LONG);
        assertThat(anyNet.hasTower()).isFalse();
        assertThat(alone.hasTower()).isTrue();
        double[][] expected = train(anyNet);
        assertThat(expected[expected.length - 1][STEPS - 1]).isFinite();
        assertThat(train(alone)).as(net.toString()).isDeepEqualTo(expected);
      }
    }
  }

  @Test
  void should_have_a_tower_after_many_steps_in_all() {
    Network net = net(2).layer(3, tanh).layer(1).loss(squaredError).random(1);
    assertThat(plan(net, 5, Towers.LONG - 10).hasTower()).isFalse();
    assertThat(plan(net, 6, 10).hasTower()).isFalse();
    assertThat(plan(net, 5, 9).hasTower()).isFalse();
    assertThat(plan(net, 5, 1).hasTower()).isTrue();
    assertThat(plan(net, 5, 1).hasTower()).isTrue();
  }

  @Test
  void should_have_no_tower_where_other_products_are_faster() {
    Network net = net(20).layer(30, tanh).layer(1).loss(squaredError).random(1);
    assertThat(plan(net, 5, Towers.LONG).hasTower()).isFalse();
  }

  @Test
  void should_forget_nets_rather_than_fill_the_memory() {
    Network net = net(3).layer(2, tanh).layer(1).loss(squaredError).random(1);
    assertThat(plan(net, 1, Towers.LONG).hasTower()).isTrue();
    for (int examples = 2; examples <= 1 + Towers.MANY; examples++) {
      plan(net, examples, 1);
    }
    assertThat(plan(net, 1, 1).hasTower()).isFalse();
  }

  @Test
  void should_allocate_nothing_per_step() {
    Network net = net(2).layer(3, sigmoid).layer(1).loss(squaredError.mean()).random(1);
    Plan plan = plan(net, 4, Towers.LONG);
    long few = 0;
    long many = 0;
    for (int round = 0; round < 3; round++) {
      few = allocated(plan, 1000);
      many = allocated(plan, 5000);
    }
    assertThat(many - few).isLessThan(1024);
  }

  private static long allocated(Plan plan, int steps) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < steps; i++) {
      plan.forward();
      plan.descend(RATE);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
