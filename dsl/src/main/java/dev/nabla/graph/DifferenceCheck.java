package dev.nabla.graph;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.matrix.Agreement;
import dev.nabla.matrix.Digits;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/**
 * Gradients against central differences, (L(x + h) - L(x - h)) / 2h, for every entry x of every
 * input. The relative error is |analytic - numeric| over the larger of the two, or over a
 * thousandth of the largest gradient where both are smaller than that.
 */
public final class DifferenceCheck implements Showable {
  private static final double STEP = 1e-5;
  private static final double SMALL = 1e-3;
  private final String worstName;
  private final double worst;
  private final int evaluations;

  private DifferenceCheck(String worstName, double worst, int evaluations) {
    this.worstName = worstName;
    this.worst = worst;
    this.evaluations = evaluations;
  }

  static DifferenceCheck central(Gradients gradients) {
    Values values = gradients.values();
    double largest = 0;
    for (String name : values.definitions().inputs().keySet()) {
      largest = Math.max(largest, gradients.at(values.place(name)).elementMaxAbs());
    }
    String worstName = "";
    double worst = 0;
    int evaluations = 0;
    for (String name : values.definitions().inputs().keySet()) {
      SimpleMatrix analytic = gradients.at(values.place(name));
      for (int entry = 0; entry < analytic.getNumElements(); entry++) {
        double numeric = difference(values, gradients.of(), name, entry);
        evaluations += 2;
        double a = analytic.get(entry);
        double scale = Math.max(SMALL * largest, Math.max(Math.abs(a), Math.abs(numeric)));
        double error = scale == 0 ? 0 : Math.abs(a - numeric) / scale;
        if (worstName.isEmpty() || !(error <= worst)) {
          worst = error;
          int columns = analytic.getNumCols();
          worstName =
              analytic.getNumElements() == 1
                  ? "d" + name
                  : "d" + name + "[" + (entry / columns + 1) + "," + (entry % columns + 1) + "]";
        }
      }
    }
    return new DifferenceCheck(worstName, worst, evaluations);
  }

  private static double difference(Values values, String of, String name, int entry) {
    SimpleMatrix x = values.value(values.place(name));
    double h = STEP * Math.max(1, Math.abs(x.get(entry)));
    double plus = moved(values, of, name, x, entry, h);
    double minus = moved(values, of, name, x, entry, -h);
    return (plus - minus) / (2 * h);
  }

  private static double moved(
      Values values, String of, String name, SimpleMatrix x, int entry, double h) {
    SimpleMatrix moved = x.copy();
    moved.set(entry, x.get(entry) + h);
    return values.with(name, moved).value(of).get(0);
  }

  /** The largest relative error. */
  public double worst() {
    return worst;
  }

  /** How often the graph was run forward. */
  public int evaluations() {
    return evaluations;
  }

  @Override
  public View view() {
    Notation words =
        Notation.of(
            "gradient check: worst entry "
                + worstName
                + ", relative error "
                + Digits.three(worst)
                + ", "
                + evaluations
                + " evaluations");
    return new View.Stack(List.of(new View.Line(words), Agreement.of(worst)));
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
