package dev.nabla.net;

import dev.nabla.display.Display;
import dev.nabla.display.Marks;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.graph.Drawing;
import dev.nabla.matrix.Quantity;
import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/**
 * A forward pass: S_l = W_l Z_(l-1) + b_l and Z_l = f_l(S_l) of every layer, Z_0 = X, for one
 * batch.
 *
 * <pre>{@code
 * var pass = net().layer(row(1, 2)).forward(3, 4);
 * pass.S(1)       // 11.0
 * pass.Z(0)       // 3; 4
 * pass.Z(0, 2)    // 4.0
 * }</pre>
 */
public final class Forward implements Showable {
  private final Network net;
  private final Blueprint plan;
  private final Signals signals;
  private final Labels labels;

  private Forward(Network net, Signals signals) {
    this.net = net;
    this.plan = net.plan();
    this.signals = signals;
    this.labels = new Labels(plan);
  }

  static Forward of(Network net, SimpleMatrix X) {
    net.plan().requireSlopes();
    int examples = X.getNumCols();
    Dense[] layers = Dense.layers(net.plan(), net.parameters(), examples);
    Signals signals = new Signals(net.plan(), layers, examples);
    signals.fill(net.parameters(), X.<DMatrixRMaj>getDDRM().copy());
    return new Forward(net, signals.kept(net.plan().keep()));
  }

  /** The net by layers with the activations of the first example above its units. */
  public Drawing draw() {
    return new Drawing(NetworkDrawing.of(plan, net.parameters(), this, null));
  }

  /** The net that ran, its sizes known. */
  public Network net() {
    return net;
  }

  /** Pre-activation of layer l, units x examples. */
  public Quantity S(int l) {
    plan.requireLayer("S", l, 1);
    return labels.signal(l, preActivation(l), labels.name("S", l));
  }

  /** Pre-activation of unit i of layer l, of the one example there is. */
  public double S(int l, int i) {
    return Entries.get("S", l, S(l), i, 1);
  }

  /** Pre-activation of unit i of layer l, of example n. */
  public double S(int l, int i, int n) {
    return Entries.get("S", l, S(l), i, n, 1, 1);
  }

  /** Activation of layer l, units x examples; Z(0) is X. An intercept is row 0. */
  public Quantity Z(int l) {
    plan.requireLayer("Z", l, 0);
    return labels.activation(l, activation(l));
  }

  /** Activation of unit i of layer l, of the one example there is. */
  public double Z(int l, int i) {
    return Entries.get("Z", l, Z(l), i, labels.firstUnit(l));
  }

  /** Activation of unit i of layer l, of example n. */
  public double Z(int l, int i, int n) {
    return Entries.get("Z", l, Z(l), i, n, labels.firstUnit(l), 1);
  }

  /**
   * f'(S) of layer l, entry by entry, units x examples; a 0, where no gradient passes, is marked.
   *
   * @throws NablaException for softmax, whose derivative is a matrix for each example
   */
  public Quantity slope(int l) {
    plan.requireLayer("slope", l, 1);
    Activation f = plan.layer(l).activation();
    if (!(f instanceof Elementwise g)) {
      throw new NablaException(
          "slope("
              + l
              + "): "
              + f.name()
              + " mixes the units of an example, so its derivative is a matrix for each one."
              + " Write jacobian("
              + f.name()
              + ", s) for a column s.");
    }
    DMatrixRMaj slope = g.slope(SimpleMatrix.wrap(preActivation(l))).getDDRM();
    return labels
        .signal(l, slope, Words.slope(labels.name("S", l)))
        .marked(Marks.at((i, n) -> slope.get(i, n) == 0 ? Marks.Mark.MASKED : Marks.Mark.NONE));
  }

  /** Z of the last layer, outputs x examples. */
  public Quantity output() {
    return Z(plan.depth());
  }

  /**
   * The loss of the output against targets.
   *
   * @param Y outputs x examples
   * @throws NablaException if the net has no loss or Y does not fit
   */
  public double loss(SimpleMatrix Y) {
    requireTargets("loss", Y, "");
    return signals.loss(preActivation(plan.depth()), Y.getDDRM());
  }

  /** The loss of one example against targets, one number for each output. */
  public double loss(double... y) {
    return loss(targets().column("loss", y));
  }

  /**
   * Gradients of the loss against targets.
   *
   * @param Y outputs x examples
   * @throws NablaException if the net has no loss or Y does not fit
   */
  public Backward backward(SimpleMatrix Y) {
    requireTargets("backward", Y, ", or backward() for the derivative of the output itself");
    return Backward.fromLoss(this, Y);
  }

  /** Gradients of the loss of one example against targets, one number for each output. */
  public Backward backward(double... y) {
    return backward(targets().column("backward", y));
  }

  /**
   * Gradients of the output itself.
   *
   * @throws NablaException if the output is not a single number, or the net has a loss
   */
  public Backward backward() {
    if (plan.loss() != null) {
      throw new NablaException(
          "backward(): this net has a loss, so the targets are needed. Write backward(Y).");
    }
    DMatrixRMaj output = signals.output();
    if (output.getNumElements() != 1) {
      throw new NablaException(
          "backward(): the output is "
              + Shape.of(output.numRows, output.numCols)
              + ", and only a single number has a gradient. Give the net a loss, or start from a"
              + " given dL/dZ with backwardFrom(dZ).");
    }
    return Backward.from(this, SimpleMatrix.ones(1, 1), labels.name("Z", plan.depth()));
  }

  /**
   * Gradients of some L of which only dL/dZ of the output is known.
   *
   * @param dZ outputs x examples
   */
  public Backward backwardFrom(SimpleMatrix dZ) {
    targets().requireShape("backwardFrom", "dZ", dZ);
    Shape.requireFinite("backwardFrom", "dZ", dZ);
    return Backward.from(this, dZ, Notation.of("L"));
  }

  /** The worked solution: every S and Z as formula, with its numbers, and the result. */
  public Explanation explain() {
    return new NumericExplanation(this).whole();
  }

  /** The worked solution of one quantity, such as {@code "S1"}. */
  public Explanation explain(String quantity) {
    return new NumericExplanation(this).of(quantity);
  }

  private Targets targets() {
    return new Targets(plan, signals.examples());
  }

  private void requireTargets(String call, SimpleMatrix Y, String otherwise) {
    if (plan.loss() == null) {
      throw new NablaException(
          call
              + "(Y): this net has no loss, so there is nothing to compare Y with. Say"
              + " .loss(squaredError.half())"
              + otherwise
              + ".");
    }
    targets().require(call, Y);
    plan.loss().require(call, SimpleMatrix.wrap(signals.output()), Y);
  }

  Signals signals() {
    return signals;
  }

  Labels labels() {
    return labels;
  }

  private DMatrixRMaj preActivation(int l) {
    if (signals.S[l] != null) {
      return signals.S[l];
    }
    Parameters p = net.parameters();
    DMatrixRMaj S = new DMatrixRMaj(plan.units(l), signals.examples());
    signals.layers[l].preActivation(p.W()[l - 1], signals.Z[l - 1], p.b()[l - 1], S);
    return S;
  }

  private DMatrixRMaj activation(int l) {
    return signals.Z[l] != null ? signals.Z[l] : signals.withActivations().Z[l];
  }

  /** One line with all shapes, then X, S and Z, and the weights nobody has typed. */
  @Override
  public View view() {
    return PassViews.of(this);
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
