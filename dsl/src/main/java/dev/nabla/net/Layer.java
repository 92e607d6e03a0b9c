package dev.nabla.net;

import org.ejml.data.DMatrixRMaj;

/**
 * One layer.
 *
 * @param units number of outputs
 * @param activation f
 * @param weights W, units x inputs; null while a layer declared by size has its first numbers
 * @param bias b, units x 1; null when there is none, or with weights
 * @param biased whether the layer has a bias
 * @param bySize whether it was declared by its size, without matrices
 */
record Layer(
    int units,
    Activation activation,
    DMatrixRMaj weights,
    DMatrixRMaj bias,
    boolean biased,
    boolean bySize) {

  static Layer ofSize(int units, Activation activation, boolean biased) {
    return new Layer(units, activation, null, null, biased, true);
  }

  /** The same layer with these numbers. */
  Layer with(DMatrixRMaj weights, DMatrixRMaj bias) {
    return new Layer(units, activation, weights, bias, biased, bySize);
  }

  /** Whether Z = S. */
  boolean linear() {
    return activation instanceof Identity;
  }

  /** As said to {@code layer(...)} by size: {@code 3, relu}, or {@code 3} when linear. */
  String arguments() {
    return linear() ? "" + units : units + ", " + activation.name();
  }
}
