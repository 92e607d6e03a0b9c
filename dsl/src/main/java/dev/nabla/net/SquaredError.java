package dev.nabla.net;

import dev.nabla.display.Notation;
import org.ejml.data.DMatrixRMaj;

/** The sum of (Z - Y)^2 over outputs and examples; its derivative is 2 (Z - Y). */
public record SquaredError(Scale scale) implements Loss {
  @Override
  public String name() {
    return "squaredError";
  }

  @Override
  public Loss with(Scale scale) {
    return new SquaredError(scale);
  }

  @Override
  public double sum(DMatrixRMaj z, DMatrixRMaj y) {
    double sum = 0;
    int n = z.getNumElements();
    for (int i = 0; i < n; i++) {
      double r = z.data[i] - y.data[i];
      sum += r * r;
    }
    return sum;
  }

  @Override
  public void derivative(DMatrixRMaj z, DMatrixRMaj y, DMatrixRMaj dZ) {
    int n = z.getNumElements();
    for (int i = 0; i < n; i++) {
      dZ.data[i] = 2 * (z.data[i] - y.data[i]);
    }
  }

  @Override
  public Notation formula(Notation z, Notation y) {
    Notation norm =
        Words.fenced(
            Words.difference(z, y),
            new Notation("||", "\u2016", "\\lVert "),
            new Notation("||", "\u2016", "\\rVert"));
    return Words.join(norm, new Notation("^2", "<sup>2</sup>", "^2"));
  }

  @Override
  public Notation derivative(Notation z, Notation y) {
    return Words.join(Words.same("2 "), Words.parenthesizedDifference(z, y));
  }

  /** The 2 and the 1/2 cancel. */
  @Override
  public Notation scaledDerivative(Notation z, Notation y, String N) {
    if (!scale.half()) {
      return Loss.super.scaledDerivative(z, y, N);
    }
    return scale.mean()
        ? Words.join(new Scale(false, true).notation(N), Words.parenthesizedDifference(z, y))
        : Words.difference(z, y);
  }
}
