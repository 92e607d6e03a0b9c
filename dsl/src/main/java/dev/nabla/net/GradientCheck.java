package dev.nabla.net;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.matrix.Agreement;
import dev.nabla.matrix.Digits;
import dev.nabla.matrix.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Gradients against difference quotients: (L(w + h) - L(w - h)) / 2h, or (L(w + h) - L(w)) / h, for
 * every entry w of every parameter.
 *
 * <p>The relative error of an entry is |analytic - numeric| over the larger of the two, or over a
 * thousandth of the largest gradient where both are smaller than that. An entry whose move takes
 * some unit over a kink, such as 0 of ReLU, has no derivative to compare with and is left out.
 *
 * <pre>{@code
 * back.gradientCheck()
 * // gradient check: worst entry dW1[3,2], relative error 1.1e-09, 18 loss evaluations ...
 * }</pre>
 */
public final class GradientCheck implements Showable {
  private static final double CENTRAL_STEP = 1e-5;
  private static final double COARSE = 1e-2;
  private static final double FINE = 1e-3;

  /** Errors below this are rounding, which has no order. */
  private static final double ROUNDING = 1e-11;

  private final Backward back;
  private final boolean central;
  private final double step;
  private final Differences differences;

  private GradientCheck(Backward back, boolean central, double step) {
    this.back = back;
    this.central = central;
    this.step = step;
    this.differences = Differences.of(back, central, step);
  }

  static GradientCheck of(Backward back) {
    return new GradientCheck(back, true, CENTRAL_STEP);
  }

  /** (L(w + h) - L(w)) / h: one evaluation for each entry, and one more. */
  public GradientCheck forwardDifference(double h) {
    Rate.requireStep("forwardDifference", h);
    return new GradientCheck(back, false, h);
  }

  /** (L(w + h) - L(w - h)) / 2h: two evaluations for each entry. */
  public GradientCheck centralDifference(double h) {
    Rate.requireStep("centralDifference", h);
    return new GradientCheck(back, true, h);
  }

  /** The largest relative error. */
  public double worst() {
    return differences.worst() == null ? 0 : differences.worst().relativeError();
  }

  /** The entry with the largest relative error, such as {@code dW1[3,1]}. */
  public String worstEntry() {
    return differences.worst() == null ? "none" : differences.worst().name();
  }

  /** Entries left out because their move crosses a kink. */
  public List<String> kinks() {
    return differences.kinks();
  }

  /** How many times the loss was computed. */
  public long evaluations() {
    return differences.evaluations();
  }

  /** Multiplications in the matrix products of all these evaluations. */
  public long multiplications() {
    Forward pass = back.pass();
    return evaluations() * Cost.forward(pass.net().plan(), pass.signals().examples());
  }

  /**
   * The observed order: the error grows like h to this power, near 1 for forward and 2 for central
   * differences. Measured between h = 0.01 and 0.001; NaN where only rounding is left, as for
   * central differences of a quadratic.
   */
  public double order() {
    double coarse = Differences.of(back, central, COARSE).largestError();
    double fine = Differences.of(back, central, FINE).largestError();
    if (fine < ROUNDING * Math.max(1, differences.largestGradient())) {
      return Double.NaN;
    }
    return StrictMath.log(coarse / fine) / StrictMath.log(COARSE / FINE);
  }

  @Override
  public View view() {
    List<View> views = new ArrayList<>();
    views.add(new View.Line(Notation.of(line())));
    views.add(Agreement.of(worst()));
    if (!kinks().isEmpty()) {
      views.add(
          new View.Line(
              Notation.of("left out, a kink lies within the step: " + String.join(", ", kinks()))));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Differences.Entry entry : differences.worstOfEach()) {
      rows.add(
          List.of(
              entry.name(),
              Double.toString(entry.analytic()),
              Double.toString(entry.numeric()),
              String.format(Locale.ROOT, "%.1e", entry.relativeError())));
    }
    views.add(
        new View.Table(
            Notation.of("worst entry of each parameter"),
            List.of("entry", "analytic", "numeric", "relative error"),
            rows));
    return new View.Stack(views);
  }

  private String line() {
    return "gradient check: worst entry "
        + worstEntry()
        + ", relative error "
        + String.format(Locale.ROOT, "%.1e", worst())
        + ", "
        + Shape.count(evaluations(), "loss evaluation", "loss evaluations")
        + " ("
        + (central ? "central" : "forward")
        + " differences, h = "
        + Digits.three(step)
        + ")";
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
