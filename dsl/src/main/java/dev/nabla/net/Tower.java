package dev.nabla.net;

import org.ejml.data.DMatrixRMaj;

/** One layer of a small net and all layers above it, in code for this net alone. */
interface Tower {

  /** {@link Signals#fill} from this layer on and {@link Signals#loss}. */
  double forward(Parameters parameters, Signals signals, DMatrixRMaj Y);

  /**
   * {@link Deltas#descend} down to this layer.
   *
   * @param parameters modified
   */
  void descend(double rate, Parameters parameters, Signals signals, Deltas deltas, DMatrixRMaj Y);
}
