package dev.nabla.net;

import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.matrix.Matrices;
import dev.nabla.matrix.Quantity;
import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;
import org.ejml.simple.SimpleMatrix;

/**
 * Z_l = f_l(W_l Z_(l-1) + b_l), layer after layer, with Z_0 = X. Immutable: every word returns a
 * new net, and matrices are copied in and out.
 *
 * <pre>{@code
 * var net = net(2).layer(3, relu).layer(1);   // net: 2 inputs -> 3 relu -> 1; weights random(1)
 * net.forward(1, 2).output();                 // 1 x 1
 * }</pre>
 *
 * <p>Columns of a batch are examples; weights are outputs x inputs; layers, units and examples
 * count from 1.
 */
public final class Network implements Showable {
  private final Blueprint plan;
  private final Step step;

  /** The numbers, made when first needed. Nobody modifies them. */
  private Parameters parameters;

  private Network(Blueprint plan, Parameters parameters, Step step) {
    this.plan = plan;
    this.parameters = parameters;
    this.step = step;
  }

  private Network(Blueprint plan) {
    this(plan, null, null);
  }

  /** An empty net; the first layer's matrix or the first data says how many inputs. */
  public static Network empty() {
    return new Network(Blueprint.empty(0));
  }

  /**
   * An empty net with this number of inputs.
   *
   * @throws NablaException if there are no inputs
   */
  public static Network withInputs(int inputs) {
    if (inputs < 1) {
      throw new NablaException(
          "net("
              + inputs
              + "): a net has at least 1 input. Write net() to take the number from the data.");
    }
    return new Network(Blueprint.empty(inputs));
  }

  /** n linear units with weights and bias still to be chosen. */
  public Network layer(int units) {
    return layer(units, new Identity());
  }

  /**
   * n units with weights and bias still to be chosen.
   *
   * @param activation f
   */
  public Network layer(int units, Activation activation) {
    if (units < 1) {
      throw new NablaException(
          "layer(" + units + "): a layer has at least 1 unit. Write layer(3, relu).");
    }
    boolean biased = plan.convention().bias() != Convention.Bias.NONE;
    return new Network(plan.plus(Layer.ofSize(units, activation, biased)));
  }

  /** A linear layer with the given weights and no bias. */
  public Network layer(SimpleMatrix W) {
    return layer(W, new Identity());
  }

  /**
   * A layer with the given weights and no bias. With an intercept, the first column of W is the
   * bias.
   *
   * @param W outputs x inputs, or inputs x outputs if that was said
   * @throws NablaException if W does not fit the layer before
   */
  public Network layer(SimpleMatrix W, Activation activation) {
    return given(W, null, activation);
  }

  /** A linear layer with the given weights and bias. */
  public Network layer(SimpleMatrix W, SimpleMatrix b) {
    return layer(W, b, new Identity());
  }

  /**
   * A layer with the given weights and bias.
   *
   * @param W outputs x inputs, or inputs x outputs if that was said
   * @param b a column with one entry for each output
   * @throws NablaException if W does not fit the layer before, or b does not fit W
   */
  public Network layer(SimpleMatrix W, SimpleMatrix b, Activation activation) {
    return given(W, b, activation);
  }

  private Network given(SimpleMatrix W, SimpleMatrix b, Activation activation) {
    GivenLayer given = new GivenLayer(plan, plan.depth() + 1, W, b);
    Blueprint more = plan.plus(given.layer(activation));
    return new Network(plan.depth() == 0 ? more.withInputs(given.inputs()) : more);
  }

  /** With the loss that compares the output with targets. */
  public Network loss(Loss loss) {
    return new Network(plan.with(loss), parameters, null);
  }

  /**
   * W of layer l, outputs x inputs.
   *
   * @throws NablaException if the net has no such layer or does not know its inputs yet
   */
  public Quantity W(int l) {
    return new Labels(plan).weights(l, known("W", l));
  }

  /** Entry i, j of W of layer l. */
  public double W(int l, int i, int j) {
    Quantity weights = W(l);
    return new Labels(plan).weightEntry("W", l, weights, i, j);
  }

  /**
   * b of layer l, one entry for each unit.
   *
   * @throws NablaException if the layer has no bias
   */
  public Quantity b(int l) {
    Parameters known = known("b", l);
    plan.requireBias("b", l);
    return new Labels(plan).bias(l, known, plan.names().of("b", l));
  }

  /** Entry i of b of layer l. */
  public double b(int l, int i) {
    return Entries.get("b", l, b(l), i, 1);
  }

  private Parameters known(String call, int l) {
    plan.requireLayer(call, l, 1);
    if (!plan.sized()) {
      throw new NablaException(
          call
              + "("
              + l
              + "): this net has not met its inputs yet, so "
              + call
              + l
              + " has no shape. Write net(2).layer("
              + plan.layer(1).arguments()
              + "), or look after a pass: net.forward(X).net()."
              + call
              + "("
              + l
              + ").");
    }
    return parameters();
  }

  /**
   * S and Z of every layer for the batch X.
   *
   * @param X inputs x examples
   * @throws NablaException if X does not have one row for each input, or an entry is not finite
   */
  public Forward forward(SimpleMatrix X) {
    return Forward.of(sizedFor("forward", X), X);
  }

  /** S and Z of every layer for one example. */
  public Forward forward(double... x) {
    if (x.length == 0) {
      throw new NablaException(
          "forward(): there are no inputs. Write forward(X), or forward(1, 2) for one example.");
    }
    return forward(Matrices.column(x));
  }

  /** This net with its number of inputs known to be the number of rows of X. */
  Network sizedFor(String call, SimpleMatrix X) {
    if (plan.depth() == 0) {
      throw new NablaException(
          call + ": this net has no layers yet. Write net().layer(3, relu).layer(1).");
    }
    int inputs = plan.inputs();
    if (inputs != 0 && inputs != X.getNumRows()) {
      throw new NablaException(
          call
              + ": X is "
              + Shape.of(X)
              + ", but this net has "
              + Shape.count(inputs, "input", "inputs")
              + ", so X needs "
              + Shape.count(inputs, "row", "rows")
              + ", one column per example."
              + (X.getNumCols() == inputs ? " Did you mean X.transpose()?" : ""));
    }
    Shape.requireFinite(call, "X", X);
    return inputs == 0 ? new Network(plan.withInputs(X.getNumRows())) : this;
  }

  /** What was said about this net. */
  Blueprint plan() {
    return plan;
  }

  /** The numbers, not to be modified. */
  Parameters parameters() {
    if (parameters == null) {
      parameters = Parameters.initial(plan);
    }
    return parameters;
  }

  /** This net after a step from its numbers. */
  Network stepped(double rate, Parameters gradient) {
    Parameters next = parameters().minus(rate, gradient);
    return new Network(plan.with(next), next, new Step(parameters(), rate, gradient));
  }

  @Override
  public View view() {
    return new NetworkView(this, step).view();
  }

  @Override
  public String toString() {
    return new NetworkView(this, step).line().text();
  }
}
