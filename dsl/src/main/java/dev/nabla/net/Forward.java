package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.matrix.Matrices;
import dev.nabla.matrix.Quantity;
import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/**
 * A forward pass: S_l = W_l Z_(l-1) + b_l and Z_l = f_l(S_l) of every layer, Z_0 = X, for one
 * batch.
 *
 * <pre>{@code
 * var pass = net.forward(matrix("0.75 0.2; 0.8 0.05"));   // 2 inputs x 2 examples
 * pass.Z(1)                                               // hidden x examples
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
    Signals signals = new Signals(net.plan(), X.getNumCols());
    signals.fill(net.parameters(), X.<DMatrixRMaj>getDDRM().copy());
    return new Forward(net, signals.kept(net.plan().keep()));
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

  /** Activation of layer l, units x examples; Z(0) is X. */
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

  /** f'(S) of layer l, entry by entry, units x examples. */
  public Quantity slope(int l) {
    plan.requireLayer("slope", l, 1);
    if (!(plan.layer(l).activation() instanceof Elementwise f)) {
      throw new NablaException(
          "slope("
              + l
              + "): "
              + plan.layer(l).activation().name()
              + " mixes the units of an example, so its derivative is a matrix for each one."
              + " Write jacobian("
              + plan.layer(l).activation().name()
              + ", s) for a column s.");
    }
    DMatrixRMaj slope = f.slope(SimpleMatrix.wrap(preActivation(l))).getDDRM();
    return labels.signal(l, slope, Words.slope(labels.name("S", l)));
  }

  /** Z of the last layer, outputs x examples. */
  public Quantity output() {
    return Z(plan.depth());
  }

  /**
   * The loss of the output against targets.
   *
   * @param Y outputs x examples
   * @throws NablaException if the net has no loss or Y has another shape
   */
  public double loss(SimpleMatrix Y) {
    if (plan.loss() == null) {
      throw new NablaException(
          "loss(Y): this net has no loss, so there is nothing to compare Y with. Say"
              + " .loss(squaredError.half()).");
    }
    requireTargets("loss", Y);
    return plan.loss().of(SimpleMatrix.wrap(signals.output()), Y);
  }

  /** The loss of one example against targets, one number for each output. */
  public double loss(double... y) {
    return loss(targets("loss", y));
  }

  /**
   * Gradients of the loss against targets.
   *
   * @param Y outputs x examples
   * @throws NablaException if the net has no loss or Y has another shape
   */
  public Backward backward(SimpleMatrix Y) {
    if (plan.loss() == null) {
      throw new NablaException(
          "backward(Y): this net has no loss, so there is nothing to compare Y with. Say"
              + " .loss(squaredError.half()), or backward() for the derivative of the output"
              + " itself.");
    }
    requireTargets("backward", Y);
    return Backward.fromLoss(this, Y);
  }

  /** Gradients of the loss of one example against targets, one number for each output. */
  public Backward backward(double... y) {
    return backward(targets("backward", y));
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
    requireOutputShape("backwardFrom", "dZ", dZ);
    return Backward.from(this, dZ, Notation.of("L"));
  }

  private SimpleMatrix targets(String call, double... y) {
    if (y.length > 0 && signals.examples() != 1) {
      StringJoiner numbers = new StringJoiner(", ");
      for (double target : y) {
        numbers.add(Shape.number(target));
      }
      boolean row = plan.units(plan.depth()) == 1 && y.length == signals.examples();
      throw new NablaException(
          call
              + "("
              + numbers
              + "): numbers stand for the targets of one example, but X has "
              + signals.examples()
              + ". "
              + (row
                  ? "Did you mean " + call + "(row(" + numbers + "))?"
                  : "Write a matrix with one column per example."));
    }
    if (y.length == 0) {
      throw new NablaException(call + "(): the targets are missing. Write " + call + "(Y).");
    }
    return Matrices.column(y);
  }

  private void requireTargets(String call, SimpleMatrix Y) {
    requireOutputShape(call, "Y", Y);
    Shape.requireFinite(call, "Y", Y);
  }

  private void requireOutputShape(String call, String name, SimpleMatrix m) {
    DMatrixRMaj output = signals.output();
    if (m.getNumRows() == output.numRows && m.getNumCols() == output.numCols) {
      return;
    }
    String hint = "";
    if (Shape.transposed(m, output.numRows, output.numCols)) {
      hint =
          output.numRows == 1
              ? " Did you mean row(...) instead of column(...)?"
              : output.numCols == 1
                  ? " Did you mean column(...) instead of row(...)?"
                  : " Did you mean " + name + ".transpose()?";
    }
    throw new NablaException(
        call
            + ": "
            + name
            + " is "
            + Shape.of(m)
            + ", but the output is "
            + Shape.of(output.numRows, output.numCols)
            + " (outputs x examples)."
            + hint);
  }

  Signals signals() {
    return signals;
  }

  private DMatrixRMaj preActivation(int l) {
    if (signals.S[l] != null) {
      return signals.S[l];
    }
    Parameters p = net.parameters();
    DMatrixRMaj S = new DMatrixRMaj(plan.units(l), signals.examples());
    Products.preActivation(p.W()[l - 1], signals.Z[l - 1], p.b()[l - 1], S);
    return S;
  }

  private DMatrixRMaj activation(int l) {
    return signals.Z[l] != null ? signals.Z[l] : signals.withActivations().Z[l];
  }

  /** One line with all shapes, then X, S and Z, and the weights nobody has typed. */
  @Override
  public View view() {
    List<View> views = new ArrayList<>();
    views.add(new View.Line(Notation.of(toString())));
    views.add(Z(0).view());
    for (int l = 1; l <= plan.depth(); l++) {
      if (plan.layer(l).bySize()) {
        views.add(net.W(l).view());
        if (plan.hasBias(l)) {
          views.add(net.b(l).view());
        }
      }
      views.add(S(l).view());
      views.add(Z(l).view());
    }
    return new View.Stack(views);
  }

  /** {@code forward: S1 3 x 4, Z1 3 x 4, S2 1 x 4, Z2 1 x 4}. */
  @Override
  public String toString() {
    StringJoiner shapes = new StringJoiner(", ", "forward: ", "");
    for (int l = 1; l <= plan.depth(); l++) {
      shapes.add(labels.name("S", l).text() + " " + Shape.of(S(l)));
      shapes.add(labels.name("Z", l).text() + " " + Shape.of(Z(l)));
    }
    return shapes.toString();
  }
}
