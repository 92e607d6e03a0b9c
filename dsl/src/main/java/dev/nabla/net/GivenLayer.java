package dev.nabla.net;

import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/** Reads the matrices given to a layer in the net's convention and checks that they fit. */
final class GivenLayer {
  private final Blueprint net;
  private final int index;
  private final boolean intercept;
  private final boolean inputsByOutputs;
  private final SimpleMatrix given;

  /** Outputs x inputs, with the intercept in column 0 if the net has one. */
  private final SimpleMatrix full;

  private final SimpleMatrix b;

  /**
   * Checks W and b.
   *
   * @param index the number of the new layer
   * @param b null for none
   */
  GivenLayer(Blueprint net, int index, SimpleMatrix W, SimpleMatrix b) {
    this.net = net;
    this.index = index;
    this.intercept = net.convention().intercept();
    this.inputsByOutputs = net.convention().inputsByOutputs();
    this.given = W;
    this.full = inputsByOutputs ? W.transpose() : W;
    this.b = b;
    requireEntries();
    Shape.requireFinite("layer " + index, "W" + index, W);
    requireFit();
    if (b != null) {
      requireBias();
    }
  }

  /** Number of inputs, the intercept not counted. */
  int inputs() {
    return full.getNumCols() - (intercept ? 1 : 0);
  }

  Layer layer(Activation activation) {
    DMatrixRMaj weights = (intercept ? full.cols(1, SimpleMatrix.END) : full).getDDRM();
    SimpleMatrix bias = intercept ? full.getColumn(0) : b;
    return new Layer(
        full.getNumRows(),
        activation,
        weights.copy(),
        bias == null ? null : bias.<DMatrixRMaj>getMatrix().copy(),
        bias != null,
        false);
  }

  private void requireEntries() {
    if (given.getNumElements() == 0) {
      throw new NablaException(
          "layer "
              + index
              + ": W"
              + index
              + " is "
              + Shape.of(given)
              + ", without entries. Give it a row for each unit and a column for each input.");
    }
  }

  private void requireFit() {
    int before = net.inputs(index);
    if (intercept && inputs() < 1) {
      throw new NablaException(
          "layer "
              + index
              + ": W"
              + index
              + " is "
              + Shape.of(given)
              + ", but with an intercept its first "
              + lines()
              + " is the bias and at least one more must follow.");
    }
    if (before == 0 || before == inputs()) {
      return;
    }
    String source =
        index == 1
            ? "this net has " + Shape.count(before, "input", "inputs")
            : "layer " + (index - 1) + " has " + Shape.count(before, "unit", "units");
    int needed = before + (intercept ? 1 : 0);
    throw new NablaException(
        "layer "
            + index
            + ": W"
            + index
            + " is "
            + Shape.of(given)
            + (inputsByOutputs ? " (inputs x outputs)" : "")
            + ", so it takes "
            + Shape.count(inputs(), "input", "inputs")
            + (intercept ? " and the intercept" : "")
            + ", but "
            + source
            + ". Give W"
            + index
            + " "
            + Shape.count(needed, lines(), lines() + "s")
            + ".");
  }

  private String lines() {
    return inputsByOutputs ? "row" : "column";
  }

  private void requireBias() {
    String name = "layer " + index + ": b" + index;
    int units = full.getNumRows();
    switch (net.convention().bias()) {
      case NONE ->
          throw new NablaException(
              name + " is given, but noBias() was said. Leave one of them out.");
      case INTERCEPT ->
          throw new NablaException(
              name
                  + " is given, but with intercept() the bias is the first "
                  + lines()
                  + " of W"
                  + index
                  + ". Leave b"
                  + index
                  + " out.");
      case COLUMN -> {
        if (b.getNumRows() != units || b.getNumCols() != 1) {
          throw new NablaException(
              name
                  + " is "
                  + Shape.of(b)
                  + ", but a bias is a column with one entry per unit: "
                  + Shape.of(units, 1)
                  + "."
                  + (Shape.transposed(b, units, 1) ? " Did you mean column(...)?" : ""));
        }
        Shape.requireFinite("layer " + index, "b" + index, b);
      }
    }
  }
}
