package dev.nabla.net;

import org.ejml.data.DMatrixRMaj;

/**
 * The way back for one batch: delta_l = dL/dS_l, dL/dZ_(l-1) = W_l^T delta_l, dL/dW_l = delta_l
 * Z_(l-1)^T, dL/db_l = delta_l 1.
 */
final class Deltas {
  private final Blueprint net;
  private final Dense[] layers;

  /** dL/dZ by layer; index 0 unused. */
  final DMatrixRMaj[] dZ;

  /** dL/dS by layer, that of a linear layer its dL/dZ; index 0 unused. */
  final DMatrixRMaj[] delta;

  /** dL/dW and dL/db. */
  final Parameters gradient;

  /** Buffers for {@code examples} columns. */
  Deltas(Blueprint net, Dense[] layers, int examples) {
    this.net = net;
    this.layers = layers;
    dZ = new DMatrixRMaj[net.depth() + 1];
    delta = new DMatrixRMaj[net.depth() + 1];
    for (int l = 1; l <= net.depth(); l++) {
      dZ[l] = new DMatrixRMaj(net.units(l), examples);
      delta[l] = net.layer(l).linear() ? dZ[l] : new DMatrixRMaj(net.units(l), examples);
    }
    gradient = Parameters.zeros(net);
  }

  /** Fills everything from the loss at the output; a fused loss leaves dZ of the output out. */
  void fillFromLoss(Parameters parameters, Signals signals, DMatrixRMaj Y) {
    lastDelta(signals, Y);
    fill(parameters, signals);
  }

  /**
   * Moves the parameters down the gradient of the loss, every layer as soon as the layer below
   * knows its dL/dZ: W - rate dL/dW and b - rate dL/db, all by the old values.
   *
   * @param parameters modified
   */
  void descend(double rate, Parameters parameters, Signals signals, DMatrixRMaj Y) {
    lastDelta(signals, Y);
    for (int l = net.depth(); l >= 1; l--) {
      DMatrixRMaj W = parameters.W()[l - 1];
      if (l > 1) {
        layers[l].inputGradient(W, delta[l], dZ[l - 1]);
      }
      layers[l].descend(
          rate, delta[l], signals.Z[l - 1], W, parameters.b()[l - 1], gradient.W()[l - 1]);
      if (l > 1) {
        activationBackward(l - 1, signals);
      }
    }
  }

  private void lastDelta(Signals signals, DMatrixRMaj Y) {
    int last = net.depth();
    DMatrixRMaj gradient = net.fused() == null ? dZ[last] : delta[last];
    fromLoss(net.loss(), net.fused(), signals.output(), Y, gradient);
    if (net.fused() == null) {
      activationBackward(last, signals);
    }
  }

  /**
   * dL/dZ of the output, or its dL/dS if loss and activation are one.
   *
   * @param fused null if they are apart
   * @param gradient modified
   */
  static void fromLoss(
      Loss loss, Loss.Fused fused, DMatrixRMaj Z, DMatrixRMaj Y, DMatrixRMaj gradient) {
    if (fused == null) {
      loss.derivative(Z, Y, gradient);
    } else {
      fused.delta(Z, Y, gradient);
    }
    loss.scale().applyTo(gradient);
  }

  /** Fills everything from a given dL/dZ of the output. */
  void fillFrom(Parameters parameters, Signals signals, DMatrixRMaj last) {
    dZ[net.depth()].setTo(last);
    activationBackward(net.depth(), signals);
    fill(parameters, signals);
  }

  private void activationBackward(int l, Signals signals) {
    layers[l].delta(signals.S[l], signals.Z[l], dZ[l], delta[l]);
  }

  /** Everything below the last delta. */
  private void fill(Parameters parameters, Signals signals) {
    for (int l = net.depth(); l >= 1; l--) {
      layers[l].gradient(delta[l], signals.Z[l - 1], gradient.W()[l - 1], gradient.b()[l - 1]);
      if (l > 1) {
        layers[l].inputGradient(parameters.W()[l - 1], delta[l], dZ[l - 1]);
        activationBackward(l - 1, signals);
      }
    }
  }
}
