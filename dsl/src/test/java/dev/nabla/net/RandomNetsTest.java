package dev.nabla.net;

import static dev.nabla.Nabla.activation;
import static dev.nabla.Nabla.crossEntropy;
import static dev.nabla.Nabla.hinge;
import static dev.nabla.Nabla.identity;
import static dev.nabla.Nabla.logLoss;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.oneHot;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.sigmoid;
import static dev.nabla.Nabla.softmax;
import static dev.nabla.Nabla.squaredError;
import static dev.nabla.Nabla.tanh;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gradients against central differences for every activation, loss, way to keep a bias and layout,
 * on random nets of two layers. Only {@code forward} is trusted.
 */
class RandomNetsTest {
  private static final double STEP = 1e-5;
  private static final double RELATIVE_ERROR = 1e-6;
  private static final double KINK = 1e-3;

  /** Below this share of the largest entry, differences hold rounding only. */
  private static final double SMALL = 1e-2;

  private enum Bias {
    COLUMN,
    NONE,
    INTERCEPT
  }

  /** A loss with the output activation it needs, and whether its targets are one-hot. */
  private record End(Loss loss, Activation output, boolean oneHot) {}

  private record Case(Activation hidden, End end, Bias bias, boolean turned, long seed) {}

  /** Everything the language offers, so that a new entry is checked at once, and variants. */
  private static List<Activation> hidden() {
    List<Activation> hidden = new ArrayList<>(Offered.of(Activation.class));
    hidden.add(relu.slopeAtZero(1));
    hidden.add(relu.leaky(0.1));
    hidden.add(activation("sine", StrictMath::sin, StrictMath::cos));
    return hidden;
  }

  private static List<End> ends() {
    List<End> ends = new ArrayList<>();
    for (Loss loss : Offered.of(Loss.class)) {
      ends.add(new End(loss, softmax, true));
    }
    ends.add(new End(squaredError, identity, false));
    ends.add(new End(squaredError.half(), tanh, false));
    ends.add(new End(squaredError.mean(), sigmoid, false));
    ends.add(new End(squaredError.half().mean(), softmax, false));
    ends.add(new End(logLoss, sigmoid, true));
    ends.add(new End(logLoss.mean(), softmax, true));
    ends.add(new End(crossEntropy.half(), sigmoid, true));
    ends.add(new End(crossEntropy.mean(), softmax, true));
    ends.add(new End(hinge(.25), softmax, true));
    ends.add(new End(hinge(.1).strict().half().mean(), sigmoid, true));
    ends.add(new End(null, tanh, false));
    return ends;
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Activation hidden : hidden()) {
      for (End end : ends()) {
        for (Bias bias : Bias.values()) {
          for (boolean turned : new boolean[] {false, true}) {
            cases.add(new Case(hidden, end, bias, turned, cases.size()));
          }
        }
      }
    }
    return cases.stream();
  }

  @Test
  void should_cover_at_least_five_hundred_nets() {
    assertThat(cases().count()).isGreaterThanOrEqualTo(500);
    assertThat(Offered.of(Activation.class)).contains(relu, softmax);
    assertThat(Offered.of(Loss.class)).contains(squaredError, crossEntropy);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void should_agree_with_central_differences(Case c) {
    Sample sample = Sample.awayFromKinks(c);
    Backward back = sample.backward();
    for (int l = 1; l <= 2; l++) {
      int layer = l;
      assertNumeric(c, back.dW(l), sample.W.get(l - 1), m -> sample.withW(layer, m).value());
      if (c.bias == Bias.COLUMN) {
        assertNumeric(c, back.db(l), sample.b.get(l - 1), m -> sample.withB(layer, m).value());
      }
    }
    assertNumeric(c, back.dX(), sample.X, m -> sample.withX(m).value());
  }

  private interface Value {
    double at(SimpleMatrix parameter);
  }

  private static void assertNumeric(Case c, SimpleMatrix gradient, SimpleMatrix at, Value value) {
    double floor = SMALL * Math.max(1e-3, gradient.elementMaxAbs());
    for (int i = 0; i < at.getNumElements(); i++) {
      SimpleMatrix plus = new SimpleMatrix(at);
      plus.set(i, at.get(i) + STEP);
      SimpleMatrix minus = new SimpleMatrix(at);
      minus.set(i, at.get(i) - STEP);
      double numeric = (value.at(plus) - value.at(minus)) / (2 * STEP);
      double size = Math.max(floor, Math.max(Math.abs(numeric), Math.abs(gradient.get(i))));
      assertThat(Math.abs(gradient.get(i) - numeric) / size)
          .as("%s, entry %d: %s against %s", c, i, gradient.get(i), numeric)
          .isLessThan(RELATIVE_ERROR);
    }
  }

  /** One net with its data, rebuilt from matrices so that each can be moved. */
  private record Sample(
      Case c,
      List<SimpleMatrix> W,
      List<SimpleMatrix> b,
      SimpleMatrix X,
      SimpleMatrix Y,
      SimpleMatrix dZ) {

    static Sample awayFromKinks(Case c) {
      Random random = new Random(c.seed);
      Sample sample = random(c, random);
      while (sample.nearKink()) {
        sample = random(c, random);
      }
      return sample;
    }

    private static Sample random(Case c, Random random) {
      int inputs = 1 + random.nextInt(3);
      int hidden = 2 + random.nextInt(3);
      int outputs = 2 + random.nextInt(2);
      int examples = 1 + random.nextInt(4);
      int one = c.bias == Bias.INTERCEPT ? 1 : 0;
      SimpleMatrix Y = uniform(random, outputs, examples);
      if (c.end.oneHot) {
        Y = oneHot(outputs, random.ints(examples, 1, outputs + 1).toArray());
      }
      return new Sample(
          c,
          List.of(
              weights(c, random, hidden, inputs + one), weights(c, random, outputs, hidden + one)),
          List.of(uniform(random, hidden, 1), uniform(random, outputs, 1)),
          uniform(random, inputs, examples),
          Y,
          uniform(random, outputs, examples));
    }

    private static SimpleMatrix weights(Case c, Random random, int outputs, int inputs) {
      SimpleMatrix W = uniform(random, outputs, inputs);
      return c.turned ? W.transpose() : W;
    }

    private static SimpleMatrix uniform(Random random, int rows, int columns) {
      return SimpleMatrix.random_DDRM(rows, columns, -1, 1, random);
    }

    private Forward forward() {
      Network net = c.turned ? net().inputsByOutputs() : net();
      net =
          switch (c.bias) {
            case COLUMN ->
                net.layer(W.get(0), b.get(0), c.hidden).layer(W.get(1), b.get(1), c.end.output);
            case NONE -> net.noBias().layer(W.get(0), c.hidden).layer(W.get(1), c.end.output);
            case INTERCEPT ->
                net.intercept().layer(W.get(0), c.hidden).layer(W.get(1), c.end.output);
          };
      return (c.end.loss == null ? net : net.loss(c.end.loss)).forward(X);
    }

    Backward backward() {
      return c.end.loss == null ? forward().backwardFrom(dZ) : forward().backward(Y);
    }

    /** What is differentiated: the loss, or the sum of dZ o Z. */
    double value() {
      return c.end.loss == null
          ? forward().output().elementMult(dZ).elementSum()
          : forward().loss(Y);
    }

    private boolean nearKink() {
      Forward pass = forward();
      boolean hidden = c.hidden instanceof Relu && smallest(pass.S(1)) < KINK;
      if (!(c.end.loss instanceof Hinge h)) {
        return hidden;
      }
      SimpleMatrix p = pass.output();
      for (int n = 0; n < p.getNumCols(); n++) {
        double truth = p.getColumn(n).dot(Y.getColumn(n));
        for (int l = 0; l < p.getNumRows(); l++) {
          hidden |= Math.abs(p.get(l, n) - truth + h.margin()) < KINK;
        }
      }
      return hidden;
    }

    private static double smallest(SimpleMatrix S) {
      double smallest = Double.POSITIVE_INFINITY;
      for (int i = 0; i < S.getNumElements(); i++) {
        smallest = Math.min(smallest, Math.abs(S.get(i)));
      }
      return smallest;
    }

    Sample withW(int l, SimpleMatrix m) {
      List<SimpleMatrix> moved = new ArrayList<>(W);
      moved.set(l - 1, m);
      return new Sample(c, moved, b, X, Y, dZ);
    }

    Sample withB(int l, SimpleMatrix m) {
      List<SimpleMatrix> moved = new ArrayList<>(b);
      moved.set(l - 1, m);
      return new Sample(c, W, moved, X, Y, dZ);
    }

    Sample withX(SimpleMatrix m) {
      return new Sample(c, W, b, m, Y, dZ);
    }
  }
}
