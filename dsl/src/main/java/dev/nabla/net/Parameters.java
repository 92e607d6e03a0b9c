package dev.nabla.net;

import dev.nabla.matrix.Memory;
import java.nio.DoubleBuffer;
import java.util.Set;
import java.util.TreeSet;
import org.ejml.data.DMatrixRMaj;

/**
 * W and b of every layer, or matrices of the same shapes such as their gradients. Index 0 is layer
 * 1.
 *
 * @param W units x inputs
 * @param b units x 1; null entries where a layer has no bias
 */
record Parameters(DMatrixRMaj[] W, DMatrixRMaj[] b) {

  /** Zeros in the shapes of a net whose input size is known. */
  static Parameters zeros(Blueprint net) {
    int layers = net.depth();
    Parameters zeros = new Parameters(new DMatrixRMaj[layers], new DMatrixRMaj[layers]);
    for (int l = 1; l <= layers; l++) {
      Layer layer = net.layer(l);
      Memory.requireRoom("layer " + l + ": W" + l, layer.units(), net.inputs(l));
      zeros.W[l - 1] = new DMatrixRMaj(layer.units(), net.inputs(l));
      zeros.b[l - 1] = layer.biased() ? new DMatrixRMaj(layer.units(), 1) : null;
    }
    return zeros;
  }

  /** The numbers the layers have, and the others by the net's initialization. */
  static Parameters initial(Blueprint net) {
    Parameters start = zeros(net);
    Initialization.Filler filler = net.initialization().filler();
    for (int l = 1; l <= net.depth(); l++) {
      Layer layer = net.layer(l);
      if (layer.weights() != null) {
        start.W[l - 1].setTo(layer.weights());
        if (layer.biased()) {
          start.b[l - 1].setTo(layer.bias());
        }
      } else {
        filler.fill(start.W[l - 1], start.b[l - 1]);
      }
    }
    return start;
  }

  /** Whether a hidden layer has two units with the same weights. */
  boolean hasTwins() {
    for (int i = 0; i < W.length - 1; i++) {
      int inputs = W[i].numCols;
      Set<DoubleBuffer> units = new TreeSet<>();
      for (int unit = 0; unit < W[i].numRows; unit++) {
        if (!units.add(DoubleBuffer.wrap(W[i].data, unit * inputs, inputs))) {
          return true;
        }
      }
    }
    return false;
  }

  Parameters copy() {
    Parameters copy = new Parameters(new DMatrixRMaj[W.length], new DMatrixRMaj[b.length]);
    for (int i = 0; i < W.length; i++) {
      copy.W[i] = W[i].copy();
      copy.b[i] = b[i] == null ? null : b[i].copy();
    }
    return copy;
  }

  /** Takes the numbers of others of the same shapes, without allocating. */
  void setTo(Parameters others) {
    for (int i = 0; i < W.length; i++) {
      W[i].setTo(others.W[i]);
      if (b[i] != null) {
        b[i].setTo(others.b[i]);
      }
    }
  }

  /** W - rate dL/dW and b - rate dL/db. */
  Parameters minus(double rate, Parameters gradient) {
    Parameters next = copy();
    for (int i = 0; i < W.length; i++) {
      descend(next.W[i], rate, gradient.W[i]);
      descend(next.b[i], rate, gradient.b[i]);
    }
    return next;
  }

  private static void descend(DMatrixRMaj values, double rate, DMatrixRMaj gradient) {
    if (values == null) {
      return;
    }
    for (int i = 0; i < values.data.length; i++) {
      values.data[i] -= rate * gradient.data[i];
    }
  }
}
