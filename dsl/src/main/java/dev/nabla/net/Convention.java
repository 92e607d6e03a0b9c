package dev.nabla.net;

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
}
