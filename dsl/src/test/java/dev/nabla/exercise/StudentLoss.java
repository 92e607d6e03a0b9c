package dev.nabla.exercise;

import java.util.function.Predicate;
import org.ejml.simple.SimpleMatrix;

/**
 * The loss of a sheet and its slope by hand.
 *
 * @param slips whether a slip of this tag is made here
 */
record StudentLoss(Sheet sheet, Predicate<String> slips) {

  /** Whether loss and last activation are differentiated in one. */
  boolean isFused() {
    return sheet.loss().equals("logLoss") || sheet.loss().equals("crossEntropy");
  }

  double loss(SimpleMatrix Z) {
    double sum = sheet.loss().equals("hinge") ? hinge(Z) : 0;
    for (int i = 0; i < Z.getNumElements() && !sheet.loss().equals("hinge"); i++) {
      double z = Z.get(i);
      double y = sheet.Y().get(i);
      sum +=
          switch (sheet.loss()) {
            case "squaredError" -> slips.test("loss-not-squared") ? z - y : (z - y) * (z - y);
            case "logLoss" -> -y * StrictMath.log(z) - (1 - y) * StrictMath.log(1 - z);
            default -> y == 0 ? 0 : -y * StrictMath.log(z);
          };
    }
    if (slips.test("log-base") && isFused()) {
      sum /= StrictMath.log(10);
    }
    return sum * factor() * (slips.test("half-added") ? 0.5 : 1);
  }

  /** dL/dZ, or dL/dS where loss and activation go together. */
  SimpleMatrix slope(SimpleMatrix Z) {
    if (sheet.loss().equals("none")) {
      return SimpleMatrix.ones(1, 1);
    } else if (sheet.loss().equals("hinge")) {
      return hingeSlope(Z).scale(factor());
    }
    SimpleMatrix error =
        slips.test("target-forgotten")
            ? Z
            : slips.test("target-minus-output") ? sheet.Y().minus(Z) : Z.minus(sheet.Y());
    boolean square = sheet.loss().equals("squaredError") && !slips.test("square-forgotten");
    return error.scale((square ? 2 : 1) * factor());
  }

  private double factor() {
    double N = sheet.X().getNumCols();
    double half = sheet.half() && !slips.test("half-forgotten") ? 0.5 : 1;
    double mean = slips.test("mean-forgotten") ? 1 : slips.test("mean-twice") ? 1 / N / N : 1 / N;
    return sheet.mean() ? half * mean : half;
  }

  private double hinge(SimpleMatrix P) {
    double margin = slips.test("hinge-margin-forgotten") ? 0 : Sheet.MARGIN;
    double sum = 0;
    for (int n = 0; n < P.getNumCols(); n++) {
      int truth = truth(n);
      for (int i = 0; i < P.getNumRows(); i++) {
        sum += i == truth ? 0 : Math.max(0, P.get(i, n) - P.get(truth, n) + margin);
      }
    }
    return sum;
  }

  private SimpleMatrix hingeSlope(SimpleMatrix P) {
    double margin = slips.test("hinge-margin-forgotten") ? 0 : Sheet.MARGIN;
    SimpleMatrix slope = P.createLike();
    for (int n = 0; n < P.getNumCols(); n++) {
      int truth = truth(n);
      int active = 0;
      for (int i = 0; i < P.getNumRows(); i++) {
        if (i != truth && P.get(i, n) - P.get(truth, n) + margin >= 0) {
          slope.set(i, n, 1);
          active++;
        }
      }
      slope.set(truth, n, slips.test("hinge-count") ? -Math.min(1, active) : -active);
    }
    return slope;
  }

  private int truth(int n) {
    int truth = 0;
    while (sheet.Y().get(truth, n) != 1) {
      truth++;
    }
    return truth;
  }
}
