package dev.nabla.net;

import dev.nabla.message.NablaException;

/**
 * How a net reads and shows its parameters, said before the first layer.
 *
 * @param bias where a layer declared by size keeps its bias
 * @param inputsByOutputs whether weights are shown inputs x outputs, S = W^T Z
 */
record Convention(Bias bias, boolean inputsByOutputs) {
  enum Bias {
    /** A column b beside the weights. */
    COLUMN,
    /** No bias. */
    NONE,
    /** The first column of W, for a constant 1 at index 0 of inputs and hidden units. */
    INTERCEPT
  }

  static final Convention DEFAULT = new Convention(Bias.COLUMN, false);

  boolean intercept() {
    return bias == Bias.INTERCEPT;
  }

  Convention withoutBias(Blueprint net) {
    requireFirst(net, "noBias", "decides which layers have a b");
    if (intercept()) {
      throw new NablaException(
          "noBias(): intercept() was said, and an intercept is a bias. Say one of the two.");
    }
    return new Convention(Bias.NONE, inputsByOutputs);
  }

  Convention withIntercept(Blueprint net) {
    requireFirst(net, "intercept", "changes the shape of every weight matrix");
    if (bias == Bias.NONE) {
      throw new NablaException(
          "intercept(): noBias() was said, and an intercept is a bias. Say one of the two.");
    }
    return new Convention(Bias.INTERCEPT, inputsByOutputs);
  }

  Convention withInputsByOutputs(Blueprint net) {
    requireFirst(net, "inputsByOutputs", "turns every weight matrix around");
    return new Convention(bias, true);
  }

  private static void requireFirst(Blueprint net, String word, String effect) {
    if (net.depth() > 0) {
      throw new NablaException(
          word
              + "() "
              + effect
              + ". Say it before the first layer: net()."
              + word
              + "().layer(...).");
    }
  }
}
