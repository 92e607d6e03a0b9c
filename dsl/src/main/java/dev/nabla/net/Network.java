package dev.nabla.net;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.graph.Drawing;
import dev.nabla.graph.Graph;
import dev.nabla.matrix.Matrices;
import dev.nabla.matrix.Quantity;
import dev.nabla.message.NablaException;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/**
 * Z_l = f_l(W_l Z_(l-1) + b_l), layer after layer, with Z_0 = X. Immutable: every word returns a
 * new net, and matrices are copied in and out.
 *
 * <pre>{@code
 * net(2).layer(3, relu).layer(1)   // net: 2 inputs -> 3 relu -> 1; weights random(1)
 * net().layer(row(1, 2)).forward(3, 4).output()   // 11.0
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

  /** Without any b. Said before the first layer. */
  public Network noBias() {
    return new Network(plan.with(plan.convention().withoutBias(plan)));
  }

  /**
   * With a constant 1 at index 0 of the inputs and of every hidden layer: b is the first column of
   * W. Said before the first layer.
   */
  public Network intercept() {
    return new Network(plan.with(plan.convention().withIntercept(plan)));
  }

  /** With W given, shown and differentiated inputs x outputs: S = W^T Z. Said before the layers. */
  public Network inputsByOutputs() {
    return new Network(plan.with(plan.convention().withInputsByOutputs(plan)));
  }

  /** n linear units with weights and bias still to be chosen. */
  public Network layer(int units) {
    return layer(units, new Identity());
  }

  /** n units with activation f, their weights and bias still to be chosen. */
  public Network layer(int units, Activation f) {
    if (units < 1) {
      throw new NablaException(
          "layer(" + units + "): a layer has at least 1 unit. Write layer(3, relu).");
    }
    boolean biased = plan.convention().bias() != Convention.Bias.NONE;
    return new Network(plan.plus(Layer.ofSize(units, f, biased)));
  }

  /** A linear layer with the given weights and no bias. */
  public Network layer(SimpleMatrix W) {
    return layer(W, new Identity());
  }

  /**
   * A layer with the given weights and no bias. With an intercept, the first column of W is its
   * bias.
   *
   * @param W outputs x inputs, or inputs x outputs if that was said
   * @throws NablaException if W does not fit the layer before
   */
  public Network layer(SimpleMatrix W, Activation f) {
    return given(W, null, f);
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
  public Network layer(SimpleMatrix W, SimpleMatrix b, Activation f) {
    return given(W, b, f);
  }

  private Network given(SimpleMatrix W, SimpleMatrix b, Activation f) {
    GivenLayer given = new GivenLayer(plan, plan.depth() + 1, W, b);
    Blueprint more = plan.plus(given.layer(f));
    return new Network(plan.depth() == 0 ? more.withInputs(given.inputs()) : more);
  }

  /** Every entry {@code value} in all layers declared by size, biases included. */
  public Network constant(double value) {
    return new Network(plan.restarted(Initialization.Constant.of(value)));
  }

  /** Weights uniform in +-1/sqrt(inputs) and b = 0 in all layers declared by size. */
  public Network random(long seed) {
    return new Network(plan.restarted(new Initialization.Uniform(seed)));
  }

  /**
   * With names for one quantity of every layer: {@code names("W", "alpha beta")}.
   *
   * @param family {@code "W"}, {@code "b"}, {@code "S"} or {@code "Z"}
   * @param names one for each layer from the first, with spaces between; the last may be left out
   */
  public Network names(String family, String names) {
    return new Network(plan.with(plan.names().with(family, names, plan.depth())), parameters, step);
  }

  /** With the loss that compares the output with targets. */
  public Network loss(Loss loss) {
    return new Network(plan.with(loss), parameters, null);
  }

  /** With what a pass stores for the way back: {@code "S Z"}, {@code "S"} or {@code "Z"}. */
  public Network keep(String quantities) {
    return new Network(plan.with(Keep.of(quantities)), parameters, step);
  }

  /**
   * W of layer l, outputs x inputs; with an intercept it has a column 0.
   *
   * @throws NablaException if the net has no such layer or does not know its inputs yet
   */
  public Quantity W(int l) {
    plan.requireSized("W", l);
    return new Labels(plan).weights(l, parameters());
  }

  /** Entry i, j of W of layer l. */
  public double W(int l, int i, int j) {
    return new Labels(plan).weightEntry("W", l, W(l), i, j);
  }

  /**
   * b of layer l, one entry for each unit.
   *
   * @throws NablaException if the layer has no bias
   */
  public Quantity b(int l) {
    plan.requireSized("b", l);
    plan.requireBias("b", l);
    return new Labels(plan).bias(l, parameters(), plan.names().of("b", l));
  }

  /** Entry i of b of layer l. */
  public double b(int l, int i) {
    return Entries.get("b", l, b(l), i, 1);
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

  /** Training on a batch, still to be told its rate: {@code train(X, Y).rate(0.5).epochs(100)}. */
  public Training train(SimpleMatrix X, SimpleMatrix Y) {
    return Training.of(this, X, Y);
  }

  /**
   * The smallest equal net: linear layers multiplied out, identical hidden units merged.
   *
   * @throws NablaException if the net does not know its inputs yet
   */
  public Network collapse() {
    return Collapse.of(this);
  }

  /**
   * The net of one layer with the smallest loss: least squares for a linear layer with squared
   * error, Newton's method for sigmoid with log loss.
   *
   * @throws NablaException if the loss is not convex in the weights, or has no finite optimum
   */
  public Network optimum(SimpleMatrix X, SimpleMatrix Y) {
    return Optimum.of(sizedFor("optimum", X), X, Y);
  }

  /**
   * The net for one example as a computation graph: {@code S1 = W1 x + b1}, {@code Z1 = relu(S1)}
   * ..., and {@code L} where it has a loss.
   *
   * <pre>{@code
   * net(2).layer(3, tanh).layer(1).loss(squaredError.half()).graph().derivative("L", "W2")
   * }</pre>
   *
   * @throws NablaException if the number of inputs is not known yet, or the net has an intercept
   */
  public Graph graph() {
    return NetworkGraph.of(plan);
  }

  /**
   * The net by layers, with its weights where there is room.
   *
   * @throws NablaException if the number of inputs is not known yet
   */
  public Drawing draw() {
    if (!plan.sized()) {
      throw new NablaException(
          "draw: this net has not met its inputs yet. Write net(2).layer(...), or draw the pass:"
              + " net.forward(X).draw().");
    }
    boolean symbolic =
        plan.layers().stream().anyMatch(each -> each.activation() instanceof Symbolic);
    return new Drawing(NetworkDrawing.of(plan, symbolic ? null : parameters(), null, null));
  }

  /** Forward and backward pass in symbols, layer by layer. */
  public Explanation explain() {
    return SymbolicExplanation.of(plan).whole();
  }

  /** One quantity in symbols, such as {@code "dW1"}. */
  public Explanation explain(String quantity) {
    return SymbolicExplanation.of(plan).of(quantity);
  }

  Network sizedFor(String call, SimpleMatrix X) {
    Blueprint sized = plan.sizedFor(call, X);
    return sized == plan ? this : new Network(sized);
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

  /** The same net with other numbers, which it keeps. */
  Network with(Parameters numbers) {
    return new Network(plan.with(numbers), numbers, null);
  }

  /** A net like this one in convention, loss and names, with other layers. */
  Network withLayers(List<Layer> layers) {
    Blueprint other = plan.with(layers);
    return new Network(layers.size() == plan.depth() ? other : other.with(Names.DEFAULT));
  }

  /** This net after a step from its numbers. */
  Network stepped(double rate, Parameters gradient, Notation of) {
    Parameters next = parameters().minus(rate, gradient);
    return new Network(plan.with(next), next, new Step(parameters(), rate, gradient, of));
  }

  @Override
  public View view() {
    return new NetworkView(this, step).view();
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
