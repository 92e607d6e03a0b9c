package dev.nabla.exercise;

import java.util.ArrayList;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/**
 * The data of an exercise. Columns are examples, weights outputs x inputs, whatever the net says.
 *
 * @param b null in a layer without; with an intercept column 0 of W takes their place
 * @param loss squaredError, logLoss, crossEntropy, hinge or none
 * @param inputsByOutputs whether the net is told, and asks for, W the other way around
 */
record Sheet(
    List<SimpleMatrix> W,
    List<SimpleMatrix> b,
    List<String> f,
    String loss,
    boolean half,
    boolean mean,
    SimpleMatrix X,
    SimpleMatrix Y,
    double rate,
    boolean intercept,
    boolean inputsByOutputs) {
  /** Of the hinge. */
  static final double MARGIN = 0.25;

  /** In the usual convention. */
  Sheet(
      List<SimpleMatrix> W,
      List<SimpleMatrix> b,
      List<String> f,
      String loss,
      boolean half,
      boolean mean,
      SimpleMatrix X,
      SimpleMatrix Y,
      double rate) {
    this(W, b, f, loss, half, mean, X, Y, rate, false, false);
  }

  int depth() {
    return W.size();
  }

  /** The same net with its biases, or zeros, as column 0 of the weights. */
  Sheet withIntercept() {
    List<SimpleMatrix> folded = new ArrayList<>();
    List<SimpleMatrix> none = new ArrayList<>();
    for (int l = 0; l < depth(); l++) {
      SimpleMatrix first = b.get(l) == null ? new SimpleMatrix(W.get(l).getNumRows(), 1) : b.get(l);
      folded.add(first.concatColumns(W.get(l)));
      none.add(null);
    }
    return new Sheet(folded, none, f, loss, half, mean, X, Y, rate, true, inputsByOutputs);
  }

  Sheet withInputsByOutputs() {
    return new Sheet(W, b, f, loss, half, mean, X, Y, rate, intercept, true);
  }

  Sheet with(List<SimpleMatrix> weights, List<String> activations, String otherLoss) {
    return new Sheet(
        weights, b, activations, otherLoss, half, mean, X, Y, rate, intercept, inputsByOutputs);
  }
}
