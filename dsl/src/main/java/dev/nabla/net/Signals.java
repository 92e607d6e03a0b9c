package dev.nabla.net;

import dev.nabla.matrix.Memory;
import org.ejml.data.DMatrixRMaj;

/** S and Z of every layer for one batch: S_l = W_l Z_(l-1) + b_l, Z_l = f_l(S_l), Z_0 = X. */
final class Signals {
  final Blueprint net;
  final Dense[] layers;

  /** Pre-activations by layer from 1; an entry is null where it was not kept. */
  final DMatrixRMaj[] S;

  /**
   * Activations by layer; index 0 is X. An entry is null where it was not kept, and that of a
   * linear layer may be its S.
   */
  final DMatrixRMaj[] Z;

  /** Buffers for {@code examples} columns. */
  Signals(Blueprint net, Dense[] layers, int examples) {
    this.net = net;
    this.layers = layers;
    S = new DMatrixRMaj[net.depth() + 1];
    Z = new DMatrixRMaj[net.depth() + 1];
    for (int l = 1; l <= net.depth(); l++) {
      Memory.requireRoom("layer " + l + ": S" + l, net.units(l), examples);
      S[l] = new DMatrixRMaj(net.units(l), examples);
      Z[l] = net.layer(l).linear() ? S[l] : new DMatrixRMaj(net.units(l), examples);
    }
  }

  private Signals(Blueprint net, Dense[] layers, DMatrixRMaj[] S, DMatrixRMaj[] Z) {
    this.net = net;
    this.layers = layers;
    this.S = S;
    this.Z = Z;
  }

  /** Fills every S and Z. */
  void fill(Parameters parameters, DMatrixRMaj X) {
    Z[0] = X;
    for (int l = 1; l < S.length; l++) {
      layers[l].forward(parameters.W()[l - 1], Z[l - 1], parameters.b()[l - 1], S[l], Z[l]);
    }
  }

  /**
   * The loss of these signals.
   *
   * @param lastS pre-activation of the output, from which a fused loss is exact
   */
  double loss(DMatrixRMaj lastS, DMatrixRMaj Y) {
    return loss(net.loss(), net.fused(), lastS, output(), Y);
  }

  /**
   * The loss of an output Z = f(S).
   *
   * @param fused null if loss and activation are apart
   */
  static double loss(Loss loss, Loss.Fused fused, DMatrixRMaj S, DMatrixRMaj Z, DMatrixRMaj Y) {
    double sum = fused == null ? loss.sum(Z, Y) : fused.sum(S, Y);
    return loss.scale().of(sum, Z.numCols);
  }

  int examples() {
    return Z[0].numCols;
  }

  DMatrixRMaj output() {
    return Z[Z.length - 1];
  }

  /** These signals without what {@code keep} does not store. X and the output are results. */
  Signals kept(Keep keep) {
    DMatrixRMaj[] keptS = S.clone();
    DMatrixRMaj[] keptZ = Z.clone();
    for (int l = 1; l < S.length; l++) {
      keptS[l] = keep.s ? S[l] : null;
      keptZ[l] = keep.z || l == S.length - 1 ? Z[l] : null;
    }
    return new Signals(net, layers, keptS, keptZ);
  }

  /** These signals with every Z, computed again from S where it was not kept. */
  Signals withActivations() {
    DMatrixRMaj[] all = Z.clone();
    for (int l = 1; l < all.length; l++) {
      if (all[l] == null) {
        all[l] = S[l].createLike();
        net.layer(l).activation().forward(S[l], all[l]);
      }
    }
    return new Signals(net, layers, S, all);
  }

  /** How many entries of Z {@link #withActivations} computes again. */
  long missing() {
    long missing = 0;
    for (int l = 1; l < Z.length; l++) {
      missing += Z[l] == null ? S[l].getNumElements() : 0;
    }
    return missing;
  }
}
