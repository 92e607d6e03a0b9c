package dev.nabla.net;

import dev.nabla.display.Notation;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/**
 * The sum of -y log z - (1 - y) log(1 - z) over outputs and examples, z a probability, y 0 or 1;
 * its derivative is (z - y) / (z (1 - z)).
 */
public record LogLoss(Scale scale) implements Loss {
  @Override
  public String name() {
    return "logLoss";
  }

  @Override
  public Loss with(Scale scale) {
    return new LogLoss(scale);
  }

  @Override
  public void require(String where, SimpleMatrix Z, SimpleMatrix Y) {
    Probabilities.requireRange(where, "Y", Y, "Targets of logLoss are 0 or 1.");
    Probabilities.requireRange(
        where, "Z", Z, "logLoss compares probabilities: give the last layer sigmoid.");
  }

  @Override
  public double sum(DMatrixRMaj z, DMatrixRMaj y) {
    double sum = 0;
    int entries = z.getNumElements();
    for (int i = 0; i < entries; i++) {
      double target = y.data[i];
      // A target of 0 or 1 leaves one term; the other would be 0 log 0.
      if (target != 0) {
        sum -= target * StrictMath.log(z.data[i]);
      }
      if (target != 1) {
        sum -= (1 - target) * StrictMath.log1p(-z.data[i]);
      }
    }
    return sum;
  }

  @Override
  public void derivative(DMatrixRMaj z, DMatrixRMaj y, DMatrixRMaj dZ) {
    int entries = z.getNumElements();
    for (int i = 0; i < entries; i++) {
      double target = y.data[i];
      dZ.data[i] =
          (target == 1 ? 0 : (1 - target) / (1 - z.data[i]))
              - (target == 0 ? 0 : target / z.data[i]);
    }
  }

  /** With sigmoid: log(1 + exp(s)) - y s, and delta = Z - Y. */
  @Override
  public Fused fusedWith(Activation last) {
    return last instanceof Sigmoid ? WITH_SIGMOID : null;
  }

  private static final Fused WITH_SIGMOID =
      new Fused() {
        @Override
        public double sum(DMatrixRMaj s, DMatrixRMaj y) {
          double sum = 0;
          int entries = s.getNumElements();
          for (int i = 0; i < entries; i++) {
            double x = s.data[i];
            sum += Math.max(x, 0) - y.data[i] * x + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
          }
          return sum;
        }

        @Override
        public void delta(DMatrixRMaj z, DMatrixRMaj y, DMatrixRMaj delta) {
          Fused.difference(z, y, delta);
        }
      };

  @Override
  public Notation formula(Notation z, Notation y) {
    return new Notation(
        terms("sum(-%2$s log %1$s - (1 - %2$s) log(1 - %1$s))", z.text(), y.text()),
        terms("\u03a3(-%2$s log %1$s - (1 - %2$s) log(1 - %1$s))", z.html(), y.html()),
        terms(
            "\\sum\\left(-%2$s \\log %1$s - (1 - %2$s) \\log(1 - %1$s)\\right)",
            z.latex(), y.latex()));
  }

  @Override
  public String inGraph(String z, String y) {
    return "-sum(" + y + " .* log(" + z + ") + (1 - " + y + ") .* log(1 - " + z + "))";
  }

  @Override
  public Notation derivative(Notation z, Notation y) {
    return new Notation(
        terms("(%1$s - %2$s) / (%1$s (1 - %1$s))", z.text(), y.text()),
        terms("(%1$s - %2$s) / (%1$s (1 - %1$s))", z.html(), y.html()),
        terms("\\frac{%1$s - %2$s}{%1$s (1 - %1$s)}", z.latex(), y.latex()));
  }

  private static String terms(String format, String z, String y) {
    return String.format(Locale.ROOT, format, z, y);
  }
}
