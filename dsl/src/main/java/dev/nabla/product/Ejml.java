package dev.nabla.product;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** EJML's own products: what the others are compared with, and the way for short rows. */
record Ejml(Factors factors) implements Product {
  @Override
  public void multiply(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    if (factors.firstTransposed()) {
      if (factors.secondTransposed()) {
        CommonOps_DDRM.multTransAB(A, B, C);
      } else {
        CommonOps_DDRM.multTransA(A, B, C);
      }
    } else if (factors.secondTransposed()) {
      CommonOps_DDRM.multTransB(A, B, C);
    } else {
      CommonOps_DDRM.mult(A, B, C);
    }
  }
}
