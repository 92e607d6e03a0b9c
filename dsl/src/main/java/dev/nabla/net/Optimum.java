package dev.nabla.net;

import dev.nabla.matrix.LeastSquares;
import dev.nabla.matrix.Structure;
import dev.nabla.message.NablaException;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.SingularMatrixException;
import org.ejml.simple.SimpleMatrix;

/**
 * The best weights of a net of one layer whose loss is convex: least squares, or Newton's method w
 * - H^-1 g for logistic regression, with g = X (p - y) and H = X diag(p (1 - p)) X^T.
 */
final class Optimum {
  private static final int ITERATIONS = 100;
  private static final double CONVERGED = 1e-13;

  private Optimum() {}

  static Network of(Network net, SimpleMatrix X, SimpleMatrix Y) {
    Blueprint plan = net.plan();
    Layer layer = plan.layer(1);
    boolean linear = layer.activation() instanceof Identity && plan.loss() instanceof SquaredError;
    boolean logistic = layer.activation() instanceof Sigmoid && plan.loss() instanceof LogLoss;
    if (plan.depth() != 1 || !linear && !logistic) {
      throw new NablaException(
          "optimum: only a net of one layer with a convex loss has one that can be computed: a"
              + " linear layer with squaredError, or sigmoid with logLoss.");
    }
    new Targets(plan, X.getNumCols()).require("optimum", Y);
    plan.loss().require("optimum", net.forward(X).output(), Y);
    SimpleMatrix features = layer.biased() ? X.concatRows(SimpleMatrix.ones(1, X.getNumCols())) : X;
    requireIndependent(features, layer.biased());
    SimpleMatrix theta =
        linear
            ? LeastSquares.of(features.transpose(), Y.transpose()).theta().transpose()
            : newton(features, Y);
    return net.withLayers(List.of(split(layer, theta, plan.inputs())));
  }

  private static void requireIndependent(SimpleMatrix features, boolean biased) {
    if (Structure.rank(features) < features.getNumRows()) {
      throw new NablaException(
          "optimum: the rows of X"
              + (biased ? " and the constant 1 of the bias" : "")
              + " depend on each other, so many weights fit equally well. Give more examples, or"
              + " fewer inputs.");
    }
  }

  private static Layer split(Layer layer, SimpleMatrix theta, int inputs) {
    DMatrixRMaj W = theta.cols(0, inputs).getDDRM();
    DMatrixRMaj b = layer.biased() ? theta.getColumn(inputs).getDDRM() : null;
    return layer.with(W, b);
  }

  private static SimpleMatrix newton(SimpleMatrix X, SimpleMatrix Y) {
    SimpleMatrix theta = new SimpleMatrix(Y.getNumRows(), X.getNumRows());
    for (int k = 0; k < Y.getNumRows(); k++) {
      theta.setRow(k, newtonRow(X, Y.getRow(k)).transpose());
    }
    return theta;
  }

  /** Weights of one logistic unit, as a column. */
  private static SimpleMatrix newtonRow(SimpleMatrix X, SimpleMatrix y) {
    Sigmoid sigmoid = new Sigmoid();
    SimpleMatrix w = new SimpleMatrix(X.getNumRows(), 1);
    for (int t = 0; t < ITERATIONS; t++) {
      SimpleMatrix p = sigmoid.of(w.transpose().mult(X));
      SimpleMatrix g = X.mult(p.minus(y).transpose());
      SimpleMatrix D = p.elementMult(p.scale(-1).plus(1)).transpose().diag();
      SimpleMatrix move;
      try {
        move = X.mult(D).mult(X.transpose()).solve(g);
      } catch (SingularMatrixException flat) {
        break;
      }
      double size = move.elementMaxAbs();
      if (!Double.isFinite(size)) {
        break;
      }
      w = w.minus(move);
      if (size <= CONVERGED * (1 + w.elementMaxAbs())) {
        return w;
      }
    }
    throw new NablaException(
        "optimum: the two classes can be separated without a mistake, so the loss keeps falling"
            + " while the weights grow, and no finite weights are best. Add examples that overlap,"
            + " or use train(X, Y).");
  }
}
