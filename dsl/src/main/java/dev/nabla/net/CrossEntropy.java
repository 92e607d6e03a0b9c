package dev.nabla.net;

import dev.nabla.display.Notation;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/**
 * The sum of -y log z over classes and examples, each column of z a distribution, each column of y
 * one-hot; its derivative is -y / z.
 */
public record CrossEntropy(Scale scale) implements Loss {
  @Override
  public String name() {
    return "crossEntropy";
  }

  @Override
  public Loss with(Scale scale) {
    return new CrossEntropy(scale);
  }

  @Override
  public void require(String where, SimpleMatrix Z, SimpleMatrix Y) {
    Probabilities.requireRange(where, "Y", Y, "Targets of crossEntropy are 0 or 1.");
    Probabilities.requireDistributions(where, Y);
    Probabilities.requireRange(
        where, "Z", Z, "crossEntropy compares probabilities: give the last layer softmax.");
  }

  @Override
  public double sum(DMatrixRMaj z, DMatrixRMaj y) {
    double sum = 0;
    int entries = z.getNumElements();
    for (int i = 0; i < entries; i++) {
      if (y.data[i] != 0) {
        sum -= y.data[i] * StrictMath.log(z.data[i]);
      }
    }
    return sum;
  }

  @Override
  public void derivative(DMatrixRMaj z, DMatrixRMaj y, DMatrixRMaj dZ) {
    int entries = z.getNumElements();
    for (int i = 0; i < entries; i++) {
      dZ.data[i] = y.data[i] == 0 ? 0 : -y.data[i] / z.data[i];
    }
  }

  /** With softmax: log sum_l exp(s_l) - sum_l y_l s_l, and delta = Z - Y. */
  @Override
  public Fused fusedWith(Activation last) {
    return last instanceof Softmax ? WITH_SOFTMAX : null;
  }

  private static final Fused WITH_SOFTMAX =
      new Fused() {
        @Override
        public double sum(DMatrixRMaj s, DMatrixRMaj y) {
          double sum = 0;
          int examples = s.numCols;
          for (int n = 0; n < examples; n++) {
            sum += example(s, y, n);
          }
          return sum;
        }

        private double example(DMatrixRMaj s, DMatrixRMaj y, int n) {
          int examples = s.numCols;
          double max = Double.NEGATIVE_INFINITY;
          for (int j = 0; j < s.numRows; j++) {
            max = Math.max(max, s.data[j * examples + n]);
          }
          double sum = 0;
          double picked = 0;
          for (int j = 0; j < s.numRows; j++) {
            double shifted = s.data[j * examples + n] - max;
            sum += StrictMath.exp(shifted);
            picked += y.data[j * examples + n] * shifted;
          }
          return StrictMath.log(sum) - picked;
        }

        @Override
        public void delta(DMatrixRMaj z, DMatrixRMaj y, DMatrixRMaj delta) {
          Fused.difference(z, y, delta);
        }
      };

  @Override
  public Notation formula(Notation z, Notation y) {
    return new Notation(
        "sum(-" + y.text() + " log " + z.text() + ")",
        "\u03a3(-" + y.html() + " log " + z.html() + ")",
        "\\sum\\left(-" + y.latex() + " \\log " + z.latex() + "\\right)");
  }

  @Override
  public String inGraph(String z, String y) {
    return "-sum(" + y + " .* log(" + z + "))";
  }

  @Override
  public Notation derivative(Notation z, Notation y) {
    return new Notation(
        "-" + y.text() + " / " + z.text(),
        "-" + y.html() + " / " + z.html(),
        "-\\frac{" + y.latex() + "}{" + z.latex() + "}");
  }
}
