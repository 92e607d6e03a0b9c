package dev.nabla.net;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/** The examples of a training, cut into batches in a new seeded order every epoch. */
final class Batches {
  private final DMatrixRMaj X;
  private final DMatrixRMaj Y;
  private final int size;
  private final int[] order;
  private final Random random;

  Batches(SimpleMatrix X, SimpleMatrix Y, int size, long seed) {
    this.X = X.getDDRM();
    this.Y = Y.getDDRM();
    this.size = size;
    order = new int[this.X.numCols];
    for (int n = 0; n < order.length; n++) {
      order[n] = n;
    }
    random = new Random(seed);
  }

  /** Batches in one epoch; the last may be smaller. */
  int count() {
    return (order.length + size - 1) / size;
  }

  /** Size of batch k from 0. */
  int size(int k) {
    return Math.min(size, order.length - k * size);
  }

  /** A new order (Fisher and Yates). */
  void shuffle() {
    for (int n = order.length - 1; n > 0; n--) {
      int other = random.nextInt(n + 1);
      int held = order[n];
      order[n] = order[other];
      order[other] = held;
    }
  }

  /**
   * Copies batch k.
   *
   * @param plan its X and Y are modified
   */
  void copy(int k, Plan plan) {
    copy(X, k, plan.X);
    copy(Y, k, plan.Y);
  }

  private void copy(DMatrixRMaj all, int k, DMatrixRMaj batch) {
    for (int i = 0; i < all.numRows; i++) {
      for (int n = 0; n < batch.numCols; n++) {
        batch.data[i * batch.numCols + n] = all.data[i * all.numCols + order[k * size + n]];
      }
    }
  }
}
