package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.matrix.Digits;
import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/**
 * The sum of max(0, p_l - p_y + margin) over examples and all classes l but the true one y: each
 * wrong class is to stay {@code margin} less probable than the true one.
 *
 * <pre>{@code
 * hinge(.5).of(column(.6, .3, .1), oneHot(3, 1))   // 0.2
 * }</pre>
 *
 * @param kink whether a term that is exactly 0 counts as active
 */
public record Hinge(double margin, boolean kink, Scale scale) implements Loss {

  /**
   * Counts the kink as active, as {@code active} shows.
   *
   * @throws NablaException if the margin is negative or not a number
   */
  public static Hinge of(double margin) {
    if (!(margin >= 0) || Double.isInfinite(margin)) {
      throw new NablaException(
          "hinge("
              + Digits.typed(margin)
              + "): the margin is a difference of probabilities, such as hinge(0.25).");
    }
    return new Hinge(margin, true, Scale.NONE);
  }

  /** The same loss, a term that is exactly 0 counting as inactive. */
  public Hinge strict() {
    return new Hinge(margin, false, scale);
  }

  @Override
  public String name() {
    return "hinge";
  }

  @Override
  public Hinge with(Scale scale) {
    return new Hinge(margin, kink, scale);
  }

  @Override
  public Hinge half() {
    return with(scale.withHalf(name()));
  }

  @Override
  public Hinge mean() {
    return with(scale.withMean(name()));
  }

  @Override
  public void require(String where, SimpleMatrix Z, SimpleMatrix Y) {
    Probabilities.requireOneHot(where, Y);
  }

  /**
   * The active set: 1 for each wrong class whose term counts, else 0.
   *
   * @param P probabilities, classes x examples
   * @param Y one-hot targets of the same shape
   */
  public SimpleMatrix active(SimpleMatrix P, SimpleMatrix Y) {
    return signs(P, Y, true);
  }

  /** The sign of each term: -1, 0 at its kink, 1; 0 for the true class. */
  @Override
  public SimpleMatrix pieces(SimpleMatrix Z, SimpleMatrix Y) {
    return signs(Z, Y, false);
  }

  private SimpleMatrix signs(SimpleMatrix P, SimpleMatrix Y, boolean activeOnly) {
    if (!Shape.same(P, Y)) {
      throw new NablaException(
          "hinge: P is "
              + Shape.of(P)
              + ", but Y is "
              + Shape.of(Y)
              + ". Both need classes x examples.");
    }
    Probabilities.requireOneHot("hinge", Y);
    SimpleMatrix signs = P.createLike();
    DMatrixRMaj p = P.getDDRM();
    for (int n = 0; n < P.getNumCols(); n++) {
      int y = trueClass(Y.getDDRM(), n);
      for (int l = 0; l < P.getNumRows(); l++) {
        if (l != y) {
          double term = term(p, l, y, n);
          signs.set(l, n, activeOnly ? isActive(term) ? 1 : 0 : Math.signum(term));
        }
      }
    }
    return signs;
  }

  private double term(DMatrixRMaj p, int l, int y, int n) {
    return p.data[l * p.numCols + n] - p.data[y * p.numCols + n] + margin;
  }

  private boolean isActive(double term) {
    return kink ? term >= 0 : term > 0;
  }

  /** The row of the 1, which the checks of the targets have found. */
  private static int trueClass(DMatrixRMaj y, int n) {
    int l = 0;
    while (y.data[l * y.numCols + n] != 1) {
      l++;
    }
    return l;
  }

  @Override
  public double sum(DMatrixRMaj z, DMatrixRMaj y) {
    double sum = 0;
    for (int n = 0; n < z.numCols; n++) {
      int t = trueClass(y, n);
      for (int l = 0; l < z.numRows; l++) {
        if (l != t) {
          sum += Math.max(0, term(z, l, t, n));
        }
      }
    }
    return sum;
  }

  /** 1 for each active class, minus their number for the true one. */
  @Override
  public void derivative(DMatrixRMaj z, DMatrixRMaj y, DMatrixRMaj dZ) {
    for (int n = 0; n < z.numCols; n++) {
      int t = trueClass(y, n);
      int count = 0;
      for (int l = 0; l < z.numRows; l++) {
        boolean active = l != t && isActive(term(z, l, t, n));
        dZ.data[l * z.numCols + n] = active ? 1 : 0;
        count += active ? 1 : 0;
      }
      dZ.data[t * z.numCols + n] = -count;
    }
  }

  @Override
  public Notation formula(Notation z, Notation y) {
    String m = Digits.typed(margin);
    return new Notation(
        "sum over l != y of max(0, p_l - p_y + " + m + ")",
        "\u03a3<sub>l\u2260y</sub> max(0, p<sub>l</sub> - p<sub>y</sub> + " + m + ")",
        "\\sum_{l \\ne y} \\max(0, p_l - p_y + " + m + ")");
  }

  @Override
  public Notation derivative(Notation z, Notation y) {
    return new Notation(
        "1 for each active l, minus their number for y",
        "1 for each active l, minus their number for y",
        "1_{l \\in A} - |A|\\, 1_{l = y}");
  }
}
