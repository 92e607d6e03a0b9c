package dev.nabla.benchmarks;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Worksheet 4's net in straight-line EJML, as short and fast as one would write it by hand. */
record WorksheetByHand(Task task) implements Peer {
  @Override
  public double train(int steps) {
    DMatrixRMaj x = task.X().getDDRM();
    DMatrixRMaj y = task.Y().getDDRM();
    DMatrixRMaj w1 = task.W()[0].copy().getDDRM();
    DMatrixRMaj w2 = task.W()[1].copy().getDDRM();
    DMatrixRMaj s1 = new DMatrixRMaj(3, 4);
    DMatrixRMaj z1 = new DMatrixRMaj(3, 4);
    DMatrixRMaj z2 = new DMatrixRMaj(1, 4);
    DMatrixRMaj d2 = new DMatrixRMaj(1, 4);
    DMatrixRMaj d1 = new DMatrixRMaj(3, 4);
    for (int step = 0; ; step++) {
      CommonOps_DDRM.mult(w1, x, s1);
      for (int i = 0; i < 12; i++) {
        z1.data[i] = s1.data[i] > 0 ? s1.data[i] : 0;
      }
      CommonOps_DDRM.mult(w2, z1, z2);
      double loss = 0;
      for (int i = 0; i < 4; i++) {
        double r = z2.data[i] - y.data[i];
        loss += r * r / 8;
        d2.data[i] = r / 4;
      }
      if (step == steps) {
        return loss;
      }
      CommonOps_DDRM.multTransA(w2, d2, d1);
      for (int i = 0; i < 12; i++) {
        d1.data[i] = s1.data[i] > 0 ? d1.data[i] : 0;
      }
      CommonOps_DDRM.multAddTransB(-task.rate(), d2, z1, w2);
      CommonOps_DDRM.multAddTransB(-task.rate(), d1, x, w1);
    }
  }
}
