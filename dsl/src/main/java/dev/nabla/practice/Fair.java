package dev.nabla.practice;

import dev.nabla.net.Backward;
import dev.nabla.net.Forward;
import org.ejml.simple.SimpleMatrix;

/**
 * Whether the numbers of a relu net with a linear output can be worked by hand and teach something.
 */
final class Fair {
  static final double LARGEST = 60;

  private Fair() {}

  /**
   * Whole numbers up to 60; no unit at the kink, some at rest, none at rest or without a gradient
   * for all of a batch; no gradient that is 0 before the slope is applied; and weights to go back
   * through that are not all 1 or -1.
   */
  static boolean isFair(Backward back, int layers) {
    Forward pass = back.pass();
    boolean batch = pass.output().getNumCols() > 1;
    boolean fair = back.loss() > 0 && isWhole(back.dX()) && !hasZero(back.delta(layers));
    for (int l = 1; l <= layers && fair; l++) {
      fair = isWhole(pass.S(l)) && isWhole(back.dW(l)) && !(batch && hasZeroRow(back.dW(l)));
    }
    for (int l = 1; l < layers && fair; l++) {
      fair = !hasZero(pass.S(l)) && !hasZero(back.dZ(l)) && masks(pass, l) && weighs(pass, l + 1);
    }
    return fair;
  }

  /** Some unit works and some rests; in a batch each unit works for one example at least. */
  private static boolean masks(Forward pass, int l) {
    SimpleMatrix slope = pass.slope(l);
    boolean batch = slope.getNumCols() > 1;
    double working = slope.elementSum();
    return working > 0 && working < slope.getNumElements() && !(batch && hasZeroRow(slope));
  }

  private static boolean weighs(Forward pass, int l) {
    return pass.net().W(l).elementMaxAbs() > 1;
  }

  static boolean isWhole(SimpleMatrix m) {
    for (int i = 0; i < m.getNumElements(); i++) {
      if (m.get(i) != Math.rint(m.get(i)) || Math.abs(m.get(i)) > LARGEST) {
        return false;
      }
    }
    return true;
  }

  static boolean hasZero(SimpleMatrix m) {
    return m.elementMinAbs() == 0;
  }

  private static boolean hasZeroRow(SimpleMatrix m) {
    for (int i = 0; i < m.getNumRows(); i++) {
      if (m.getRow(i).elementMaxAbs() == 0) {
        return true;
      }
    }
    return false;
  }
}
