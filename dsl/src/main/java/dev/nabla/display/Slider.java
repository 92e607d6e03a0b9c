package dev.nabla.display;

import dev.nabla.message.NablaException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.DoubleFunction;

/**
 * A number from a range, moved by hand; its action is given the number.
 *
 * <pre>{@code
 * var eta = slider("eta", 0, 1, 0.1, rate -> back.step(rate));
 * eta            // eta = 0.5 (a slider from 0 to 1 in steps of 0.1)
 * eta.set(0.3);  // as if moved by hand
 * eta.value()    // 0.3
 * }</pre>
 */
public final class Slider extends Control {
  private final double from;
  private final double to;
  private final double step;
  private final DoubleFunction<?> action;
  private volatile double value;

  private Slider(String name, double from, double to, double step, DoubleFunction<?> action) {
    super(name);
    this.from = from;
    this.to = to;
    this.step = step;
    this.action = action;
    this.value = snapped((from + to) / 2);
  }

  /**
   * A slider in the middle of its range.
   *
   * @param action given the number whenever it changes; null for none. Its result is shown.
   * @throws NablaException if the range is empty or the step does not fit into it
   */
  public static Slider of(
      String name, double from, double to, double step, DoubleFunction<?> action) {
    String range = "slider " + name + ": from " + shown(from) + " to " + shown(to);
    if (!Double.isFinite(from) || !Double.isFinite(to) || from >= to) {
      throw new NablaException(range + " is no range. Put the smaller number first.");
    }
    if (!(step > 0 && step <= to - from)) {
      throw new NablaException(
          range + " has no steps of " + shown(step) + ". Say slider(name, from, to, step).");
    }
    return new Slider(name, from, to, step, action);
  }

  public double from() {
    return from;
  }

  public double to() {
    return to;
  }

  public double step() {
    return step;
  }

  /** The number it stands at. */
  public double value() {
    return value;
  }

  /**
   * Moves it to the nearest step, as a hand would, and runs its action where it is shown.
   *
   * @return itself
   * @throws NablaException if the number is not in the range
   */
  public Slider set(double number) {
    move(number);
    used();
    return this;
  }

  /**
   * Moves it to the nearest step and does nothing else; for a front end that runs the action
   * itself.
   *
   * @throws NablaException if the number is not in the range
   */
  public void move(double number) {
    if (!(number >= from && number <= to)) {
      throw new NablaException(
          "slider %s: %s is not between %s and %s."
              .formatted(name(), shown(number), shown(from), shown(to)));
    }
    value = snapped(number);
  }

  @Override
  public boolean actsAtOnce() {
    return action != null;
  }

  @Override
  public Object act() {
    return action == null ? null : action.apply(value);
  }

  @Override
  public View view() {
    return new View.Line(
        Notation.of(
            "%s = %s (a slider from %s to %s in steps of %s)"
                .formatted(name(), shown(value), shown(from), shown(to), shown(step))));
  }

  /** The nearest {@code from + k step}, in decimals: 0.3 and not 0.30000000000000004. */
  private double snapped(double number) {
    BigDecimal start = BigDecimal.valueOf(from);
    BigDecimal width = BigDecimal.valueOf(step);
    BigDecimal most = BigDecimal.valueOf(to).subtract(start).divide(width, 0, RoundingMode.FLOOR);
    BigDecimal steps =
        BigDecimal.valueOf(number).subtract(start).divide(width, 0, RoundingMode.HALF_UP);
    return steps.min(most).multiply(width).add(start).doubleValue();
  }

  private static String shown(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e9
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
