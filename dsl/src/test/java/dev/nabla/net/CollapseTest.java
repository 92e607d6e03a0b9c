package dev.nabla.net;

import static dev.nabla.Nabla.column;
import static dev.nabla.Nabla.data;
import static dev.nabla.Nabla.logLoss;
import static dev.nabla.Nabla.matrix;
import static dev.nabla.Nabla.net;
import static dev.nabla.Nabla.ones;
import static dev.nabla.Nabla.relu;
import static dev.nabla.Nabla.row;
import static dev.nabla.Nabla.sigmoid;
import static dev.nabla.Nabla.squaredError;
import static dev.nabla.Nabla.tanh;
import static dev.nabla.net.Close.assertClose;
import static dev.nabla.net.Close.assertMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class CollapseTest {

  /** Worksheet WS5, 2.q2: identity layers are one affine map, here 2 + 5 x1 + 0 x2. */
  @Test
  void should_multiply_linear_layers_out() {
    Network affine = net().intercept().layer(matrix("2 1 0; 0 2 0")).layer(row(0, 1, 2)).collapse();
    assertClose(affine.W(1), "2 5 0", 0);
    assertThat(affine.forward(1, 2).output().get(0)).isEqualTo(7);
    assertThat(affine.forward(-3, 0).output().get(0)).isEqualTo(-13);
    assertThat(affine.forward(-1.5, 1).output().get(0)).isEqualTo(-5.5);
    assertThat(Close.text(affine)).contains("Z1 = 2 + 5 x1 + 0 x2");
    Network relus = net().intercept().layer(matrix("2 1 0; 0 2 0"), relu).layer(row(0, 1, 2));
    assertThat(relus.forward(-3, 0).output().get(0)).isEqualTo(0);
    assertThat(relus.forward(-1.5, 1).output().get(0)).isEqualTo(0.5);
  }

  @Test
  void should_carry_biases_through_linear_layers() {
    Network net =
        net()
            .layer(matrix("1 2; 3 4"), column(1, -1))
            .layer(matrix("1 1; 0 2; 1 0"), tanh)
            .layer(ones(2, 3), column(5, 6))
            .layer(row(1, 2), column(7));
    Network small = net.collapse();
    assertThat(small).asString().startsWith("net: 2 inputs -> 3 tanh -> 1");
    SimpleMatrix X = matrix("1 -0.2 0.3; 0.1 2 -1");
    assertClose(small.forward(X).output(), net.forward(X).output(), 1e-14);
  }

  /**
   * Worksheet WS1, 3.2c: h equal hidden units are one whose outgoing weight is h times as large.
   */
  @Test
  void should_merge_equal_hidden_units() {
    Network net = net(2).layer(4, sigmoid).layer(1).constant(0.5);
    Network one = net.collapse();
    assertClose(one.W(1), "0.5 0.5", 0);
    assertClose(one.W(2), "2", 0);
    assertClose(one.forward(1, -3).output(), net.forward(1, -3).output(), 1e-15);
    Network different = net(2).layer(4, sigmoid).layer(1);
    assertThat(different.collapse().W(1).getNumRows()).isEqualTo(4);
    Network biased = net().layer(ones(2, 1), column(1, 2), relu).layer(row(1, 1));
    assertThat(biased.collapse().W(1).getNumRows()).isEqualTo(2);
    assertMessage(
        () -> net().layer(2).layer(1).collapse(),
        "collapse: this net has not met its inputs yet, so its weights are unknown. Write net(2)"
            + " with the number of inputs.");
  }

  private final SimpleMatrix P = matrix("1 2 0 1 3 2 0 1; 0 1 1 2 1 0 2 2");
  private final SimpleMatrix labels = row(0, 1, 0, 1, 1, 0, 1, 0);
  private final Network logistic = net(2).layer(1, sigmoid).constant(0).loss(logLoss.mean());

  /** The gradient vanishes at the optimum, and long descent comes there too. */
  @Test
  void should_find_the_optimum_of_logistic_regression() {
    Network best = logistic.optimum(P, labels);
    Backward there = best.forward(P).backward(labels);
    assertClose(there.dW(1), "0 0", 1e-14);
    assertClose(there.db(1), "0", 1e-14);
    Network descended = logistic.train(P, labels).rate(1).epochs(5000).net();
    assertClose(descended.W(1), best.W(1), 1e-9);
    assertClose(descended.b(1), best.b(1), 1e-9);
  }

  @Test
  void should_find_the_optimum_of_a_linear_layer() {
    SimpleMatrix X = matrix("1 2 4 5");
    SimpleMatrix Y = matrix("1 3 4 7; 2 4 8 10");
    Network best = net(1).layer(2).loss(squaredError.mean()).optimum(X, Y);
    assertClose(best.W(1), "1.3; 2", 1e-14);
    assertClose(best.b(1), "-0.15; 0", 1e-13);
    Network xor =
        net(2).layer(1).loss(squaredError.half()).optimum(data("xor").X(), data("xor").Y());
    assertClose(xor.forward(data("xor").X()).output(), "0.5 0.5 0.5 0.5", 1e-14);
    assertThat(xor.forward(data("xor").X()).loss(data("xor").Y())).isCloseTo(0.5, within(1e-14));
    Network folded = net(1).intercept().layer(1).loss(squaredError).optimum(X, Y.getRow(0));
    assertClose(folded.W(1), "-0.15 1.3", 1e-14);
    Network through = net(1).noBias().layer(1).loss(squaredError).optimum(X, Y.getRow(1));
    assertClose(through.W(1), "2", 1e-14);
  }

  @Test
  void should_say_when_there_is_no_optimum() {
    assertMessage(
        () -> logistic.optimum(P, row(0, 1, 0, 1, 1, 0, 1, 1)),
        "optimum: the two classes can be separated without a mistake, so the loss keeps falling"
            + " while the weights grow, and no finite weights are best. Add examples that overlap,"
            + " or use train(X, Y).");
    assertMessage(
        () -> net(2).layer(2, sigmoid).layer(1).loss(squaredError).optimum(P, labels),
        "optimum: only a net of one layer with a convex loss has one that can be computed: a"
            + " linear layer with squaredError, or sigmoid with logLoss.");
    assertMessage(
        () -> net(2).layer(1).loss(squaredError).optimum(ones(2, 3), row(1, 2, 3)),
        "optimum: the rows of X and the constant 1 of the bias depend on each other, so many weights"
            + " fit equally well. Give more examples, or fewer inputs.");
  }

  @Test
  void should_offer_built_in_data() {
    assertClose(data("xor").X(), "0 0 1 1; 0 1 0 1", 0);
    assertClose(data("xor").Y(), "0 1 1 0", 0);
    assertClose(data("AND").Y(), "0 0 0 1", 0);
    assertClose(data("or").Y(), "0 1 1 1", 0);
    Data moons = data("two moons");
    assertThat(moons.X().getNumCols()).isEqualTo(200);
    assertThat(moons.Y().elementSum()).isEqualTo(100);
    assertClose(moons.X(), data("two moons").X(), 0);
    // Without noise the points lie on the half circles around (0, 0) and (1, 1/2).
    Data exact = Data.twoMoons(40, 0, 2);
    for (int n = 0; n < 40; n++) {
      boolean lower = exact.Y().get(n) == 1;
      double x = exact.X().get(0, n) - (lower ? 1 : 0);
      double y = exact.X().get(1, n) - (lower ? 0.5 : 0);
      assertThat(Math.hypot(x, y)).isCloseTo(1, within(1e-15));
      assertThat(lower ? -y : y).isGreaterThanOrEqualTo(0);
    }
    assertMessage(
        () -> data("nand"),
        "data(\"nand\"): there are \"and\", \"or\", \"xor\" and \"two moons\". A file is read with"
            + " csv(\"points.csv\").");
    assertMessage(
        () -> Data.twoMoons(1, 0.1, 1),
        "twoMoons: give at least 2 points and noise that is not negative, such as twoMoons(200,"
            + " 0.1, 1).");
  }
}
