package dev.nabla.net;

import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.ejml.simple.SimpleMatrix;

/**
 * What was said about a net, without its numbers.
 *
 * @param inputs number of inputs; 0 until it is known
 * @param loss null if none was said
 */
record Blueprint(
    int inputs,
    Convention convention,
    List<Layer> layers,
    Initialization initialization,
    Loss loss,
    Names names,
    Keep keep) {

  static Blueprint empty(int inputs) {
    return new Blueprint(
        inputs,
        Convention.DEFAULT,
        List.of(),
        new Initialization.Uniform(DefaultSeed.current()),
        null,
        Names.DEFAULT,
        Keep.BOTH);
  }

  int depth() {
    return layers.size();
  }

  /** Layer l, from 1. */
  Layer layer(int l) {
    return layers.get(l - 1);
  }

  /** Number of inputs of layer l, from 1; 0 if it is not known yet. */
  int inputs(int l) {
    return l == 1 ? inputs : layer(l - 1).units();
  }

  /** Number of units of layer l; layer 0 are the inputs. */
  int units(int l) {
    return l == 0 ? inputs : layer(l).units();
  }

  /** Loss and last activation in one, or null. */
  Loss.Fused fused() {
    return loss.fusedWith(layer(depth()).activation());
  }

  boolean sized() {
    return inputs > 0;
  }

  /** Whether layer l shows a bias of its own: an intercept is part of W. */
  boolean hasBias(int l) {
    return layer(l).biased() && !convention.intercept();
  }

  /** Checks that layer l shows a bias of its own. */
  void requireBias(String call, int l) {
    if (hasBias(l)) {
      return;
    }
    String reason =
        convention.intercept()
            ? "with intercept() the bias is part of W" + l
            : "layer " + l + " has no bias";
    throw new NablaException(
        call
            + "("
            + l
            + "): "
            + reason
            + ". "
            + (convention.intercept()
                ? "Look at index 0 of W(" + l + ")."
                : "A layer given as layer(W, b, f) has one."));
  }

  /** Checks that there is a layer l; {@code first} is 0 for Z, whose layer 0 are the inputs. */
  void requireLayer(String call, int l, int first) {
    if (l >= first && l <= depth()) {
      return;
    }
    StringJoiner calls = new StringJoiner(", ");
    for (int i = first; i <= depth(); i++) {
      calls.add(call + "(" + i + ")");
    }
    int last = calls.toString().lastIndexOf(", ");
    String choices =
        last < 0
            ? calls.toString()
            : calls.toString().substring(0, last) + " and " + calls.toString().substring(last + 2);
    throw new NablaException(
        call
            + "("
            + l
            + "): layers count from 1. This net has "
            + Shape.count(depth(), "layer", "layers")
            + (depth() == 0 ? " yet." : ": " + choices + "."));
  }

  Blueprint with(Convention convention) {
    return new Blueprint(inputs, convention, layers, initialization, loss, names, keep);
  }

  private Blueprint with(Initialization initialization) {
    return new Blueprint(inputs, convention, layers, initialization, loss, names, keep);
  }

  Blueprint with(Loss loss) {
    return new Blueprint(inputs, convention, layers, initialization, loss, names, keep);
  }

  Blueprint with(Names names) {
    return new Blueprint(inputs, convention, layers, initialization, loss, names, keep);
  }

  Blueprint with(Keep keep) {
    return new Blueprint(inputs, convention, layers, initialization, loss, names, keep);
  }

  Blueprint with(List<Layer> layers) {
    return new Blueprint(
        inputs, convention, List.copyOf(layers), initialization, loss, names, keep);
  }

  /** The same net whose layers have these numbers. */
  Blueprint with(Parameters numbers) {
    List<Layer> learned = new ArrayList<>();
    for (int l = 1; l <= depth(); l++) {
      learned.add(layer(l).with(numbers.W()[l - 1], numbers.b()[l - 1]));
    }
    return with(learned);
  }

  /** The same net with another initialization; layers declared by size forget their numbers. */
  Blueprint restarted(Initialization initialization) {
    if (depth() > 0 && layers.stream().noneMatch(Layer::bySize)) {
      throw new NablaException(
          initialization.words()
              + ": every layer of this net was given its weights, so there are none to choose."
              + " Declare a layer by its size, such as layer(3, relu).");
    }
    List<Layer> fresh =
        layers.stream().map(layer -> layer.bySize() ? layer.with(null, null) : layer).toList();
    return with(fresh).with(initialization);
  }

  /**
   * This net with its number of inputs known to be the number of rows of X.
   *
   * @param call the word that was given X, for the message
   */
  Blueprint sizedFor(String call, SimpleMatrix X) {
    if (depth() == 0) {
      throw new NablaException(
          call + ": this net has no layers yet. Write net().layer(3, relu).layer(1).");
    }
    for (int l = 1; l <= depth(); l++) {
      if (layer(l).activation() instanceof Symbolic g) {
        throw new NablaException(g.withoutValues(call, l));
      }
    }
    if (sized() && inputs != X.getNumRows()) {
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
    if (X.getNumCols() == 0) {
      throw new NablaException(
          call + ": X is " + Shape.of(X) + ", a batch without examples. Give it a column.");
    }
    Shape.requireFinite(call, "X", X);
    return sized() ? this : withInputs(X.getNumRows());
  }

  /** Checks that every f'(S) can be had from what a pass keeps. */
  void requireSlopes() {
    for (int l = 1; l <= depth() && !keep.s; l++) {
      if (!layer(l).activation().slopeFromZ()) {
        throw new NablaException(
            "keep(\"Z\"): f' of "
                + layer(l).activation().name()
                + " in layer "
                + l
                + " cannot be computed from Z alone. Say keep(\"S\") or keep(\"S Z\").");
      }
    }
  }

  /** Checks that layer l exists and its matrices have shapes. */
  void requireSized(String call, int l) {
    requireLayer(call, l, 1);
    if (!sized()) {
      throw new NablaException(
          call
              + "("
              + l
              + "): this net has not met its inputs yet, so "
              + call
              + l
              + " has no shape. Write net(2).layer("
              + layer(1).arguments()
              + "), or look after a pass: net.forward(X).net()."
              + call
              + "("
              + l
              + ").");
    }
  }

  Blueprint withInputs(int inputs) {
    return new Blueprint(inputs, convention, layers, initialization, loss, names, keep);
  }

  Blueprint plus(Layer layer) {
    List<Layer> more = new ArrayList<>(layers);
    more.add(layer);
    return with(more);
  }
}
