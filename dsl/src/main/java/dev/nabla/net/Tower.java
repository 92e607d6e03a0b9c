package dev.nabla.net;

/** One layer of a small net and all layers above it, in code for this net alone. */
interface Tower {

  /** {@link Signals#fill} from this layer on. */
  void forward(Parameters parameters, Signals signals);

  /**
   * {@link Deltas#descend} down to this layer, once the delta of the output is known.
   *
   * @param parameters modified
   */
  void descend(double rate, Parameters parameters, Signals signals, Deltas deltas);
}
