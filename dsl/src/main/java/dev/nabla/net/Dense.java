package dev.nabla.net;

import dev.nabla.product.Factors;
import dev.nabla.product.Product;
import java.io.IOException;
import org.ejml.data.DMatrixRMaj;

/** The work of one dense layer for one number of examples. */
record Dense(Activation activation, Product forward, Product toWeights, Product toInputs) {

  private static Dense of(Layer layer, int inputs, int examples, boolean inOrder) {
    int units = layer.units();
    return new Dense(
        layer.activation(),
        product(new Factors(units, inputs, examples, false, false), inOrder),
        product(new Factors(units, examples, inputs, false, true), inOrder),
        product(new Factors(inputs, units, examples, true, false), inOrder));
  }

  /** The same work in code for this layer alone, where that is faster. */
  Dense alone() throws IOException, ReflectiveOperationException {
    return new Dense(activation, forward.alone(), toWeights.alone(), toInputs.alone());
  }

  private static Product product(Factors factors, boolean inOrder) {
    return inOrder ? Product.inOrder(factors) : Product.fastest(factors);
  }

  /**
   * The layers of a net whose inputs are known; index 0 unused. Units that start alike have to stay
   * alike, so theirs are products in which equal rows give equal rows.
   */
  static Dense[] layers(Blueprint net, Parameters start, int examples) {
    int depth = net.depth();
    boolean large = false;
    for (int l = 1; l <= depth; l++) {
      large |= (long) net.units(l) * net.inputs(l) * examples >= Product.LARGE;
    }
    boolean inOrder = !large || start.hasTwins();
    Dense[] layers = new Dense[depth + 1];
    for (int l = 1; l <= depth; l++) {
      layers[l] = of(net.layer(l), net.inputs(l), examples, inOrder);
    }
    return layers;
  }

  /**
   * S = W Z + b 1^T and f(S).
   *
   * @param Z of the layer below
   * @param b null for none
   * @param S modified
   * @param f modified; S itself where the layer is linear
   */
  void forward(DMatrixRMaj W, DMatrixRMaj Z, DMatrixRMaj b, DMatrixRMaj S, DMatrixRMaj f) {
    preActivation(W, Z, b, S);
    if (f != S) {
      activation.forward(S, f);
    }
  }

  /**
   * delta = (dZ/dS)^T dL/dZ.
   *
   * @param delta modified; dZ itself where the layer is linear
   */
  void delta(DMatrixRMaj S, DMatrixRMaj Z, DMatrixRMaj dZ, DMatrixRMaj delta) {
    if (delta != dZ) {
      activation.backward(S, Z, dZ, delta);
    }
  }

  /**
   * S = W Z + b 1^T.
   *
   * @param b null for none
   * @param S modified
   */
  void preActivation(DMatrixRMaj W, DMatrixRMaj Z, DMatrixRMaj b, DMatrixRMaj S) {
    forward.multiply(W, Z, b, S);
  }

  /**
   * dW = delta Z^T and db = delta 1.
   *
   * @param dW modified
   * @param db modified; null for none
   */
  void gradient(DMatrixRMaj delta, DMatrixRMaj Z, DMatrixRMaj dW, DMatrixRMaj db) {
    toWeights.multiply(delta, Z, dW);
    if (db != null) {
      for (int i = 0; i < db.data.length; i++) {
        db.data[i] = rowSum(delta, i);
      }
    }
  }

  /**
   * W - rate dW and b - rate db, without a need to know dW.
   *
   * @param W modified
   * @param b modified; null for none
   * @param room of the shape of W, modified
   */
  void descend(
      double rate,
      DMatrixRMaj delta,
      DMatrixRMaj Z,
      DMatrixRMaj W,
      DMatrixRMaj b,
      DMatrixRMaj room) {
    toWeights.add(-rate, delta, Z, W, room);
    descend(rate, delta, b);
  }

  /**
   * b - rate db.
   *
   * @param b modified; null for none
   */
  static void descend(double rate, DMatrixRMaj delta, DMatrixRMaj b) {
    if (b != null) {
      for (int i = 0; i < b.data.length; i++) {
        b.data[i] -= rate * rowSum(delta, i);
      }
    }
  }

  private static double rowSum(DMatrixRMaj m, int i) {
    double sum = 0;
    int end = (i + 1) * m.numCols;
    for (int at = i * m.numCols; at < end; at++) {
      sum += m.data[at];
    }
    return sum;
  }

  /**
   * dZ = W^T delta, the gradient of the activation below.
   *
   * @param dZ modified
   */
  void inputGradient(DMatrixRMaj W, DMatrixRMaj delta, DMatrixRMaj dZ) {
    toInputs.multiply(W, delta, dZ);
  }
}
