package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.matrix.Quantity;
import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/**
 * A backward pass: delta_l = dL/dS_l, dL/dW_l = delta_l Z_(l-1)^T, dL/db_l = delta_l 1, dL/dZ_(l-1)
 * = W_l^T delta_l of every layer. A gradient has the shape of its parameter.
 *
 * <pre>{@code
 * var back = net.forward(X).backward(Y);
 * back.dW(2)       // outputs x hidden, as W2
 * back.step(0.5)   // the next net
 * }</pre>
 */
public final class Backward implements Showable {
  private final Forward pass;
  private final SimpleMatrix targets;
  private final Notation of;
  private final Blueprint plan;
  private final Deltas deltas;
  private final Labels labels;

  private Backward(Forward pass, SimpleMatrix targets, Notation of, Deltas deltas) {
    this.pass = pass;
    this.targets = targets;
    this.of = of;
    this.plan = pass.net().plan();
    this.deltas = deltas;
    this.labels = new Labels(plan);
  }

  static Backward fromLoss(Forward pass, SimpleMatrix Y) {
    SimpleMatrix targets = Y.copy();
    Network net = pass.net();
    Deltas deltas = new Deltas(net.plan(), Y.getNumCols());
    Signals signals = pass.signals().withActivations();
    deltas.fillFromLoss(net.parameters(), signals, targets.getDDRM());
    return new Backward(pass, targets, Notation.of("L"), deltas);
  }

  static Backward from(Forward pass, SimpleMatrix dZ, Notation of) {
    Network net = pass.net();
    Deltas deltas = new Deltas(net.plan(), dZ.getNumCols());
    deltas.fillFrom(net.parameters(), pass.signals().withActivations(), dZ.getDDRM());
    return new Backward(pass, null, of, deltas);
  }

  /** dL/dW of layer l, in the shape of W; with an intercept it has a column 0. */
  public Quantity dW(int l) {
    plan.requireLayer("dW", l, 1);
    return labels.weights(l, deltas.gradient, partial(labels.name("W", l)));
  }

  /** Entry i, j of dL/dW of layer l. */
  public double dW(int l, int i, int j) {
    Quantity dW = dW(l);
    return labels.weightEntry("dW", l, dW, i, j);
  }

  /** dL/db of layer l, in the shape of b. */
  public Quantity db(int l) {
    plan.requireLayer("db", l, 1);
    plan.requireBias("db", l);
    return labels.bias(l, deltas.gradient, partial(labels.name("b", l)));
  }

  /** Entry i of dL/db of layer l. */
  public double db(int l, int i) {
    return Entries.get("db", l, db(l), i, 1);
  }

  /** dL/dS of layer l, units x examples. */
  public Quantity delta(int l) {
    plan.requireLayer("delta", l, 1);
    return labels.signal(l, deltas.delta[l], Words.delta(l));
  }

  /** dL/dS of unit i of layer l, of the one example there is. */
  public double delta(int l, int i) {
    return Entries.get("delta", l, delta(l), i, 1);
  }

  /** dL/dS of unit i of layer l, of example n. */
  public double delta(int l, int i, int n) {
    return Entries.get("delta", l, delta(l), i, n, 1, 1);
  }

  /** dL/dZ of layer l, units x examples; dZ(0) is dX. */
  public Quantity dZ(int l) {
    plan.requireLayer("dZ", l, 0);
    DMatrixRMaj values = l == 0 ? inputGradient() : deltas.dZ[l];
    return labels.signal(l, values, partial(labels.name("Z", l)));
  }

  /** dL/dZ of unit i of layer l, of the one example there is. */
  public double dZ(int l, int i) {
    return Entries.get("dZ", l, dZ(l), i, 1);
  }

  /** dL/dZ of unit i of layer l, of example n. */
  public double dZ(int l, int i, int n) {
    return Entries.get("dZ", l, dZ(l), i, n, 1, 1);
  }

  /** dL/dX, inputs x examples. */
  public Quantity dX() {
    return dZ(0);
  }

  private DMatrixRMaj inputGradient() {
    DMatrixRMaj dX = new DMatrixRMaj(plan.inputs(), deltas.delta[1].numCols);
    Products.inputGradient(pass.net().parameters().W()[0], deltas.delta[1], dX);
    return dX;
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
    return pass.net().stepped(rate, deltas.gradient);
  }

  /** The forward pass these gradients belong to. */
  public Forward pass() {
    return pass;
  }

  private Notation partial(Notation by) {
    return Notation.partial(of, by);
  }

  /** One line with all shapes, then every quantity in the order of the way back. */
  @Override
  public View view() {
    List<View> views = new ArrayList<>();
    views.add(new View.Line(Notation.of(toString())));
    for (int l = plan.depth(); l >= 1; l--) {
      boolean linear = plan.layer(l).activation() instanceof Identity;
      if (l < plan.depth() || !linear) {
        views.add(dZ(l).view());
      }
      if (!linear && plan.layer(l).activation() instanceof Elementwise) {
        views.add(pass.slope(l).view());
      }
      views.add(delta(l).view());
      views.add(dW(l).view());
      if (plan.hasBias(l)) {
        views.add(db(l).view());
      }
    }
    views.add(dX().view());
    return new View.Stack(views);
  }

  /** {@code backward: delta2 1 x 4, dL/dW2 1 x 3, ...}. */
  @Override
  public String toString() {
    StringJoiner shapes = new StringJoiner(", ", "backward: ", "");
    for (int l = plan.depth(); l >= 1; l--) {
      shapes.add("delta" + l + " " + Shape.of(delta(l)));
      shapes.add(dW(l).name().text() + " " + Shape.of(dW(l)));
      if (plan.hasBias(l)) {
        shapes.add(db(l).name().text() + " " + Shape.of(db(l)));
      }
    }
    return shapes.toString();
  }
}
