package dev.nabla.net;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.graph.Drawing;
import dev.nabla.matrix.Quantity;
import dev.nabla.message.NablaException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/**
 * A backward pass: delta_l = dL/dS_l, dL/dW_l = delta_l Z_(l-1)^T, dL/db_l = delta_l 1, dL/dZ_(l-1)
 * = W_l^T delta_l of every layer. A gradient has the shape of its parameter.
 *
 * <pre>{@code
 * var back = net().layer(row(1, 2)).loss(squaredError.half()).forward(3, 4).backward(10);
 * back.delta(1)    // 1.0
 * back.dW(1)       // 3 4
 * back.step(0.1)   // 0.7 1.6
 * }</pre>
 */
public final class Backward implements Showable {
  private final Forward pass;

  /** Null when these are not gradients of a loss. */
  private final SimpleMatrix targets;

  private final Notation of;
  private final Deltas deltas;
  private final boolean numerator;
  private final Blueprint plan;
  private final Labels labels;

  private Backward(
      Forward pass, SimpleMatrix targets, Notation of, Deltas deltas, boolean numerator) {
    this.pass = pass;
    this.targets = targets;
    this.of = of;
    this.deltas = deltas;
    this.numerator = numerator;
    this.plan = pass.net().plan();
    this.labels = pass.labels();
  }

  static Backward fromLoss(Forward pass, SimpleMatrix Y) {
    SimpleMatrix targets = new SimpleMatrix(Y);
    Network net = pass.net();
    Signals signals = pass.signals().withActivations();
    Deltas deltas = new Deltas(net.plan(), signals.layers, Y.getNumCols());
    deltas.fillFromLoss(net.parameters(), signals, targets.getDDRM());
    return new Backward(pass, targets, Notation.of("L"), deltas, false);
  }

  static Backward from(Forward pass, SimpleMatrix dZ, Notation of) {
    Network net = pass.net();
    Signals signals = pass.signals().withActivations();
    Deltas deltas = new Deltas(net.plan(), signals.layers, dZ.getNumCols());
    deltas.fillFrom(net.parameters(), signals, dZ.getDDRM());
    return new Backward(pass, null, of, deltas, false);
  }

  /** dL/dW of layer l, in the shape of W; with an intercept it has a column 0. */
  public Quantity dW(int l) {
    plan.requireLayer("dW", l, 1);
    return layout(labels.weights(l, deltas.gradient, partial("W", l)));
  }

  /** Entry i, j of dL/dW of layer l as shown. */
  public double dW(int l, int i, int j) {
    return labels.weightEntry("dW", l, dW(l), i, j, numerator);
  }

  /** dL/db of layer l, in the shape of b. */
  public Quantity db(int l) {
    plan.requireLayer("db", l, 1);
    plan.requireBias("db", l);
    return layout(plainBias(l));
  }

  /** Entry i of dL/db of layer l. */
  public double db(int l, int i) {
    plan.requireLayer("db", l, 1);
    plan.requireBias("db", l);
    return Entries.get("db", l, plainBias(l), i, 1);
  }

  private Quantity plainBias(int l) {
    return labels.bias(l, deltas.gradient, partial("b", l));
  }

  /** dL/dS of layer l, units x examples. */
  public Quantity delta(int l) {
    return layout(plainDelta(l));
  }

  /** dL/dS of unit i of layer l, of the one example there is. */
  public double delta(int l, int i) {
    return Entries.get("delta", l, plainDelta(l), i, 1);
  }

  /** dL/dS of unit i of layer l, of example n. */
  public double delta(int l, int i, int n) {
    return Entries.get("delta", l, plainDelta(l), i, n, 1, 1);
  }

  private Quantity plainDelta(int l) {
    plan.requireLayer("delta", l, 1);
    return labels.signal(l, deltas.delta[l], Words.delta(l));
  }

  /** dL/dZ of layer l, units x examples; dZ(0) is dX. */
  public Quantity dZ(int l) {
    return layout(plainDZ(l));
  }

  /** dL/dZ of unit i of layer l, of the one example there is. */
  public double dZ(int l, int i) {
    return Entries.get("dZ", l, plainDZ(l), i, 1);
  }

  /** dL/dZ of unit i of layer l, of example n. */
  public double dZ(int l, int i, int n) {
    return Entries.get("dZ", l, plainDZ(l), i, n, 1, 1);
  }

  private Quantity plainDZ(int l) {
    plan.requireLayer("dZ", l, 0);
    return labels.signal(l, outputGradient(l), partial("Z", l));
  }

  /** dL/dX, inputs x examples. */
  public Quantity dX() {
    return dZ(0);
  }

  /** What the way back leaves out: dX, and dZ of the output where the loss is fused. */
  private DMatrixRMaj outputGradient(int l) {
    if (l == 0) {
      DMatrixRMaj dX = new DMatrixRMaj(plan.inputs(), deltas.delta[1].numCols);
      DMatrixRMaj W = pass.net().parameters().W()[0];
      pass.signals().layers[1].inputGradient(W, deltas.delta[1], dX);
      return dX;
    }
    return l == plan.depth() && fused()
        ? plan.loss().gradient(SimpleMatrix.wrap(pass.signals().output()), targets).getDDRM()
        : deltas.dZ[l];
  }

  /**
   * The loss these are the gradients of.
   *
   * @throws NablaException if there was none
   */
  public double loss() {
    if (targets == null) {
      throw new NablaException(
          "loss(): these gradients are not of a loss. Give the net one, .loss(squaredError.half()),"
              + " and say backward(Y).");
    }
    return pass.loss(targets);
  }

  /**
   * W - rate dL/dW and b - rate dL/db, everything from the old values.
   *
   * @param rate learning rate, positive
   * @return the next net; it shows old, gradient and new of each parameter
   */
  public Network step(double rate) {
    Rate.require("step", rate);
    return pass.net().stepped(rate, deltas.gradient, of);
  }

  /** The same gradients, each transposed: one row for the number that is differentiated. */
  public Backward numeratorLayout() {
    return new Backward(pass, targets, of, deltas, true);
  }

  /** The same gradients, each in the shape of what it is the derivative by: the default. */
  public Backward denominatorLayout() {
    return new Backward(pass, targets, of, deltas, false);
  }

  /** These gradients against central differences, every parameter moved by 1e-5 either way. */
  public GradientCheck gradientCheck() {
    return GradientCheck.of(this);
  }

  /** Multiplications in the matrix products of forward and backward pass, dX not counted. */
  public long multiplications() {
    return Cost.gradient(plan, pass.signals().examples());
  }

  /** How many numbers of S and Z the forward pass stored for these gradients. */
  public long cached() {
    return Cost.cached(plan, pass.signals().examples());
  }

  /** How many numbers of Z were computed a second time because they were not stored. */
  public long recomputed() {
    return pass.signals().missing();
  }

  /**
   * One entry spelled out as the sum it is: {@code why("dW1", 2, 1)}.
   *
   * @param quantity {@code dW1}, {@code delta2}, {@code dZ1}, {@code db1}, {@code S1} or {@code dX}
   * @param i row of the entry
   * @param j column of the entry
   */
  public Why why(String quantity, int i, int j) {
    return Why.of(this, quantity, i, j);
  }

  /** One entry of a column spelled out: {@code why("db1", 2)}. */
  public Why why(String quantity, int i) {
    return Why.of(this, quantity, i, 1);
  }

  /**
   * The net by layers with the activations of the first example above its units, and below them the
   * derivatives by their pre-activations.
   */
  public Drawing draw() {
    return new Drawing(NetworkDrawing.of(plan, pass.net().parameters(), pass, this));
  }

  /** The worked solution: every quantity as formula, with its numbers, and the result. */
  public Explanation explain() {
    return new NumericExplanation(this).whole();
  }

  /** The worked solution of one quantity, such as {@code "dW1"}. */
  public Explanation explain(String quantity) {
    return new NumericExplanation(this).of(quantity);
  }

  /** The forward pass these gradients belong to. */
  public Forward pass() {
    return pass;
  }

  /** What is differentiated: L, or the output's name. */
  Notation of() {
    return of;
  }

  /** The targets, or null. */
  SimpleMatrix targets() {
    return targets;
  }

  /** dL/dZ of the output as given, where there is no loss. */
  DMatrixRMaj given() {
    return deltas.dZ[plan.depth()];
  }

  Parameters gradient() {
    return deltas.gradient;
  }

  boolean fused() {
    return targets != null && plan.fused() != null;
  }

  private Notation partial(String family, int l) {
    return Notation.partial(of, labels.name(family, l));
  }

  private Quantity layout(Quantity quantity) {
    return numerator ? quantity.transposed("numerator layout") : quantity;
  }

  /** One line with all shapes, then every quantity in the order of the way back. */
  @Override
  public View view() {
    return PassViews.of(this);
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
