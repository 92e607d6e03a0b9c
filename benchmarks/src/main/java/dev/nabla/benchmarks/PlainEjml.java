package dev.nabla.benchmarks;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Layers of ReLU and a linear last one by EJML's own products, every buffer made beforehand. */
final class PlainEjml implements Peer {
  private final Task task;
  private final int depth;
  private final DMatrixRMaj[] W;
  private final DMatrixRMaj[] b;
  private final DMatrixRMaj[] Z;
  private final DMatrixRMaj[] delta;
  private final DMatrixRMaj[] dW;

  PlainEjml(Task task) {
    this.task = task;
    depth = task.W().length;
    W = new DMatrixRMaj[depth + 1];
    b = new DMatrixRMaj[depth + 1];
    Z = new DMatrixRMaj[depth + 1];
    delta = new DMatrixRMaj[depth + 1];
    dW = new DMatrixRMaj[depth + 1];
    Z[0] = task.X().getDDRM();
    for (int l = 1; l <= depth; l++) {
      W[l] = task.W()[l - 1].copy().getDDRM();
      b[l] = new DMatrixRMaj(W[l].numRows, 1);
      Z[l] = new DMatrixRMaj(W[l].numRows, Z[0].numCols);
      delta[l] = Z[l].createLike();
      dW[l] = W[l].createLike();
    }
  }

  @Override
  public double train(int steps) {
    for (int l = 1; l <= depth; l++) {
      W[l].setTo(task.W()[l - 1].<DMatrixRMaj>getDDRM());
      if (task.b()[l - 1] != null) {
        b[l].setTo(task.b()[l - 1].<DMatrixRMaj>getDDRM());
      }
    }
    for (int step = 0; step < steps; step++) {
      forward();
      lossAndLastDelta();
      backward();
    }
    forward();
    return lossAndLastDelta();
  }

  private void forward() {
    for (int l = 1; l <= depth; l++) {
      CommonOps_DDRM.mult(W[l], Z[l - 1], Z[l]);
      double[] z = Z[l].data;
      for (int i = 0, at = 0; i < Z[l].numRows; i++) {
        double bias = b[l].data[i];
        for (int n = 0; n < Z[l].numCols; n++, at++) {
          z[at] = l == depth ? z[at] + bias : Math.max(z[at] + bias, 0);
        }
      }
    }
  }

  private double lossAndLastDelta() {
    double loss = 0;
    double[] y = task.Y().getDDRM().data;
    int examples = Z[0].numCols;
    for (int i = 0; i < y.length; i++) {
      double r = Z[depth].data[i] - y[i];
      loss += r * r;
      delta[depth].data[i] = r / examples;
    }
    return loss / (2 * examples);
  }

  private void backward() {
    for (int l = depth; l >= 1; l--) {
      if (l > 1) {
        CommonOps_DDRM.multTransA(W[l], delta[l], delta[l - 1]);
        double[] d = delta[l - 1].data;
        double[] z = Z[l - 1].data;
        for (int i = 0; i < d.length; i++) {
          d[i] = z[i] > 0 ? d[i] : 0;
        }
      }
      CommonOps_DDRM.multTransB(delta[l], Z[l - 1], dW[l]);
      CommonOps_DDRM.addEquals(W[l], -task.rate(), dW[l]);
      for (int i = 0, at = 0; i < delta[l].numRows && task.b()[l - 1] != null; i++) {
        double sum = 0;
        for (int n = 0; n < delta[l].numCols; n++, at++) {
          sum += delta[l].data[at];
        }
        b[l].data[i] -= task.rate() * sum;
      }
    }
  }
}
