package dev.nabla.net;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.matrix.Digits;
import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.ejml.simple.SimpleMatrix;

/**
 * Gradient descent on a batch, not started yet. Every word returns a new setting; {@link #epochs}
 * runs.
 *
 * <pre>{@code
 * var run = net.train(X, Y).rate(0.5).watch("spread", n -> rowSpread(n.W(1))).epochs(100);
 * run                   // train: 100 epochs, rate 0.5, loss 0.492 -> ...
 * run.losses().length   // 101
 * }</pre>
 */
public final class Training implements Showable {
  private static final double UNSAID = Double.NaN;

  private final Network net;
  private final SimpleMatrix X;
  private final SimpleMatrix Y;
  private final double rate;
  private final int batch;
  private final long seed;
  private final UpdateRule rule;
  private final Map<String, ToDoubleFunction<Network>> watches;

  private Training(
      Network net,
      SimpleMatrix X,
      SimpleMatrix Y,
      double rate,
      int batch,
      long seed,
      UpdateRule rule,
      Map<String, ToDoubleFunction<Network>> watches) {
    this.net = net;
    this.X = X;
    this.Y = Y;
    this.rate = rate;
    this.batch = batch;
    this.seed = seed;
    this.rule = rule;
    this.watches = watches;
  }

  static Training of(Network net, SimpleMatrix X, SimpleMatrix Y) {
    Network sized = net.sizedFor("train", X);
    Blueprint plan = sized.plan();
    if (plan.loss() == null) {
      throw new NablaException(
          "train: this net has no loss, so there is nothing to make small. Say"
              + " .loss(squaredError.half().mean()).");
    }
    new Targets(plan, X.getNumCols()).require("train", Y);
    SimpleMatrix output = sized.forward(X).output();
    plan.loss().require("train", output, Y);
    return new Training(
        sized, new SimpleMatrix(X), new SimpleMatrix(Y), UNSAID, 0, 1, new Descent(), Map.of());
  }

  /**
   * With this learning rate.
   *
   * @throws NablaException unless it is positive
   */
  public Training rate(double rate) {
    Rate.require("rate", rate);
    return new Training(net, X, Y, rate, batch, seed, rule, watches);
  }

  /** Recording a number of the net before the first and after every epoch. */
  public Training watch(String name, ToDoubleFunction<Network> number) {
    Map<String, ToDoubleFunction<Network>> more = new LinkedHashMap<>(watches);
    more.put(name, number);
    return new Training(net, X, Y, rate, batch, seed, rule, more);
  }

  /**
   * With a step after every n examples, in a new order each epoch.
   *
   * @throws NablaException if n is below 1 or above the number of examples
   */
  public Training batch(int n) {
    if (n < 1 || n > X.getNumCols()) {
      throw new NablaException(
          "batch("
              + n
              + "): X has "
              + Shape.count(X.getNumCols(), "example", "examples")
              + ", so a batch has 1 to "
              + X.getNumCols()
              + ".");
    }
    return new Training(net, X, Y, rate, n, seed, rule, watches);
  }

  /** With another seed for the order of the examples; 1 unless said. */
  public Training seed(long seed) {
    return new Training(net, X, Y, rate, batch, seed, rule, watches);
  }

  /** With momentum: v = beta v + gradient, and steps along v. */
  public Training momentum(double beta) {
    return rule(new Momentum(beta));
  }

  /** With Adam, whose steps are scaled entry by entry. */
  public Training adam() {
    return rule(new Adam());
  }

  /** With any update rule. */
  public Training rule(UpdateRule rule) {
    return new Training(net, X, Y, rate, batch, seed, rule, watches);
  }

  /**
   * Runs n epochs. An interrupt ends it earlier and keeps what was learned; so does a loss that is
   * not finite any more.
   *
   * @throws NablaException if no rate was said, or n is below 1
   */
  public Trained epochs(int n) {
    if (n < 1) {
      throw new NablaException("epochs(" + n + "): say at least 1, such as epochs(100).");
    }
    if (Double.isNaN(rate)) {
      throw new NablaException(
          "epochs: there is no learning rate yet. Say train(X, Y).rate(0.5).epochs(" + n + ").");
    }
    return new Trainer(this, n).run();
  }

  Network net() {
    return net;
  }

  SimpleMatrix X() {
    return X;
  }

  SimpleMatrix Y() {
    return Y;
  }

  double rate() {
    return rate;
  }

  int batch() {
    return batch;
  }

  long seed() {
    return seed;
  }

  UpdateRule rule() {
    return rule;
  }

  Map<String, ToDoubleFunction<Network>> watches() {
    return watches;
  }

  /** The settings: {@code rate 0.5, batches of 2, momentum 0.9}. */
  String words() {
    String rateWords = Double.isNaN(rate) ? "no rate yet" : "rate " + Digits.typed(rate);
    String batchWords = batch == 0 ? "" : ", batches of " + batch;
    return rateWords + batchWords + (rule.words().isEmpty() ? "" : ", " + rule.words());
  }

  @Override
  public View view() {
    String next = Double.isNaN(rate) ? ".rate(0.1).epochs(100)" : ".epochs(100)";
    return new View.Line(Notation.of("train: " + words() + "; not started: say " + next));
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
