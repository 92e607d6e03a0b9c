package dev.nabla.practice;

import dev.nabla.net.Backward;
import dev.nabla.net.Forward;
import java.util.ArrayList;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/**
 * Whether the numbers of a relu net with a linear output can be worked by hand, and show the usual
 * mistakes.
 */
final class Fair {
  static final double LARGEST = 60;

  private Fair() {}

  /** Whole numbers up to 60, live gradients, and no mistake that gives the right numbers. */
  static boolean isFair(Backward back, SimpleMatrix Y, int layers) {
    Forward pass = back.pass();
    SimpleMatrix delta = back.delta(layers);
    List<SimpleMatrix> answers = new ArrayList<>(List.of(back.dX()));
    for (int l = 1; l <= layers; l++) {
      answers.addAll(List.of(pass.S(l), pass.Z(l), back.dZ(l), back.delta(l), back.dW(l)));
    }
    boolean fair =
        answers.stream().allMatch(each -> isWhole(each) && !isSymmetric(each))
            && !hasZero(Y)
            && !hasZero(pass.output())
            && !hasZero(delta)
            && delta.elementSum() != 0
            && delta.elementMaxAbs() > 1;
    for (int l = 1; l < layers && fair; l++) {
      fair = isFairHidden(back, l);
    }
    return fair;
  }

  /**
   * No unit at the kink, some at rest; in a batch none always at rest, and no example with all of
   * them at rest; gradients that differ, are none of them 0 before the slope is applied, and have
   * other signs than S; and weights and resting units that matter.
   */
  private static boolean isFairHidden(Backward back, int l) {
    Forward pass = back.pass();
    SimpleMatrix S = pass.S(l);
    SimpleMatrix dZ = back.dZ(l);
    SimpleMatrix slope = pass.slope(l);
    boolean batch = S.getNumCols() > 1;
    return !hasZero(S)
        && !hasZero(dZ)
        && slope.elementSum() < slope.getNumElements()
        && !hasZeroRow(slope.transpose())
        && !(batch && (hasZeroRow(slope) || hasZeroRow(back.dW(l))))
        && !hasEqualRows(dZ)
        && pass.Z(l).elementMaxAbs() > 1
        && !signs(dZ).isIdentical(slope, 0)
        && weightsMatter(back, l)
        && restMatters(back, l);
  }

  /** The deltas of the next layer, sent back along weights of 1, would give something else. */
  private static boolean weightsMatter(Backward back, int l) {
    SimpleMatrix slope = back.pass().slope(l);
    SimpleMatrix delta = back.delta(l + 1);
    SimpleMatrix sums = SimpleMatrix.ones(slope.getNumRows(), delta.getNumRows()).mult(delta);
    return !sums.elementMult(slope).isIdentical(back.delta(l), 0);
  }

  /** What units at rest hold back would change the output and the gradients of the weights. */
  private static boolean restMatters(Backward back, int l) {
    Forward pass = back.pass();
    SimpleMatrix W = pass.net().W(l + 1);
    int first = W.getNumCols() - pass.S(l).getNumRows();
    SimpleMatrix weights = W.extractMatrix(0, W.getNumRows(), first, W.getNumCols());
    SimpleMatrix held = pass.S(l).minus(pass.S(l).elementMult(pass.slope(l)));
    SimpleMatrix output = weights.mult(held).elementMult(pass.slope(l + 1));
    SimpleMatrix gradient = back.delta(l + 1).mult(held.transpose());
    return output.elementMaxAbs() > 0 && gradient.elementMaxAbs() > 0;
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

  private static boolean hasEqualRows(SimpleMatrix m) {
    for (int i = 0; i < m.getNumRows(); i++) {
      for (int k = 0; k < i; k++) {
        if (m.getRow(i).isIdentical(m.getRow(k), 0)) {
          return true;
        }
      }
    }
    return false;
  }

  /** A square matrix that its transpose equals. */
  private static boolean isSymmetric(SimpleMatrix m) {
    return m.getNumElements() > 1
        && m.getNumRows() == m.getNumCols()
        && m.isIdentical(m.transpose(), 0);
  }

  /** 1 where an entry is positive, else 0. */
  private static SimpleMatrix signs(SimpleMatrix m) {
    SimpleMatrix signs = new SimpleMatrix(m.getNumRows(), m.getNumCols());
    for (int i = 0; i < m.getNumElements(); i++) {
      signs.set(i, m.get(i) > 0 ? 1 : 0);
    }
    return signs;
  }
}
