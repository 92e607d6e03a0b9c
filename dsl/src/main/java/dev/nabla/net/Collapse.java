package dev.nabla.net;

import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/**
 * The smallest equal net. Two rules: W2 (W1 x + b1) + b2 = (W2 W1) x + (W2 b1 + b2), and hidden
 * units with equal weights and bias are one unit whose outgoing weights add up.
 */
final class Collapse {
  private final List<Layer> layers;

  private Collapse(List<Layer> layers) {
    this.layers = layers;
  }

  static Network of(Network net) {
    if (!net.plan().sized()) {
      throw new NablaException(
          "collapse: this net has not met its inputs yet, so its weights are unknown. Write net(2)"
              + " with the number of inputs.");
    }
    Collapse collapse = new Collapse(new ArrayList<>(net.plan().with(net.parameters()).layers()));
    collapse.multiplyLinearLayers();
    collapse.mergeEqualUnits();
    return net.withLayers(collapse.layers);
  }

  private void multiplyLinearLayers() {
    for (int i = 0; i + 1 < layers.size(); ) {
      if (layers.get(i).activation() instanceof Identity) {
        layers.set(i, product(layers.get(i), layers.remove(i + 1)));
      } else {
        i++;
      }
    }
  }

  private static Layer product(Layer first, Layer second) {
    SimpleMatrix W2 = SimpleMatrix.wrap(second.weights());
    SimpleMatrix W = W2.mult(SimpleMatrix.wrap(first.weights()));
    SimpleMatrix b = null;
    if (first.biased()) {
      b = W2.mult(SimpleMatrix.wrap(first.bias()));
    }
    if (second.biased()) {
      SimpleMatrix b2 = SimpleMatrix.wrap(second.bias());
      b = b == null ? b2 : b.plus(b2);
    }
    return layer(second.activation(), W, b);
  }

  private void mergeEqualUnits() {
    for (int i = 0; i + 1 < layers.size(); i++) {
      if (layers.get(i).activation() instanceof Elementwise) {
        merge(i);
      }
    }
  }

  private void merge(int i) {
    Layer hidden = layers.get(i);
    Layer next = layers.get(i + 1);
    SimpleMatrix W = SimpleMatrix.wrap(hidden.weights());
    SimpleMatrix b = hidden.biased() ? SimpleMatrix.wrap(hidden.bias()) : null;
    SimpleMatrix outgoing = SimpleMatrix.wrap(next.weights());
    List<Integer> kept = new ArrayList<>();
    SimpleMatrix summed = new SimpleMatrix(outgoing.getNumRows(), 0);
    for (int unit = 0; unit < hidden.units(); unit++) {
      int same = equalUnit(W, b, kept, unit);
      if (same < 0) {
        kept.add(unit);
        summed = summed.concatColumns(outgoing.getColumn(unit));
      } else {
        summed.setColumn(same, summed.getColumn(same).plus(outgoing.getColumn(unit)));
      }
    }
    layers.set(i, layer(hidden.activation(), rows(W, kept), b == null ? null : rows(b, kept)));
    SimpleMatrix nextBias = next.biased() ? SimpleMatrix.wrap(next.bias()) : null;
    layers.set(i + 1, layer(next.activation(), summed, nextBias));
  }

  /** Place among the kept units of one with the same weights and bias, or -1. */
  private static int equalUnit(SimpleMatrix W, SimpleMatrix b, List<Integer> kept, int unit) {
    for (int k = 0; k < kept.size(); k++) {
      boolean equal = W.getRow(kept.get(k)).isIdentical(W.getRow(unit), 0);
      if (equal && (b == null || b.get(kept.get(k)) == b.get(unit))) {
        return k;
      }
    }
    return -1;
  }

  private static SimpleMatrix rows(SimpleMatrix m, List<Integer> rows) {
    SimpleMatrix picked = new SimpleMatrix(rows.size(), m.getNumCols());
    for (int i = 0; i < rows.size(); i++) {
      picked.setRow(i, m.getRow(rows.get(i)));
    }
    return picked;
  }

  private static Layer layer(Activation f, SimpleMatrix W, SimpleMatrix b) {
    DMatrixRMaj weights = W.getDDRM();
    return new Layer(weights.numRows, f, weights, b == null ? null : b.getDDRM(), b != null, false);
  }
}
