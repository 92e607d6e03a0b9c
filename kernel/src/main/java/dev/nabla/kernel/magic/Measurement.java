package dev.nabla.kernel.magic;

import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Times of one run of a piece of code, in nanoseconds: one for each batch, sorted.
 *
 * @param loops runs in each batch
 */
public record Measurement(int loops, double[] times) implements Showable {
  private static final double BATCH_NANOS = 10e6;
  private static final double ALL_NANOS = 3e9;
  private static final double MOST_WARM_UP_NANOS = 1e9;
  private static final int MOST_BATCHES = 25;

  /** With fewer, no pair of order statistics holds the median with 95 % certainty. */
  static final int FEWEST_BATCHES = 6;

  /** Public so that no compiler may leave out what is written here. */
  public static volatile Object sink;

  /** Code without a result. */
  public interface Body {
    void run() throws Exception;
  }

  /**
   * Measures code with a result.
   *
   * @param loops runs in each batch; 0 for as many as take 10 ms
   * @param batches how many; 0 for as many as are worth their time
   */
  public static Measurement of(int loops, int batches, Callable<?> code) throws Exception {
    int sized = loops > 0 ? loops : warmUp(code);
    double first = batch(sized, code);
    double room = ALL_NANOS / (first * sized);
    int count =
        batches > 0 ? batches : (int) Math.max(FEWEST_BATCHES, Math.min(MOST_BATCHES, room));
    double[] times = new double[count];
    for (int i = 0; i < count; i++) {
      times[i] = batch(sized, code);
    }
    Arrays.sort(times);
    return new Measurement(sized, times);
  }

  /** Measures code without a result. */
  public static Measurement of(int loops, int batches, Body code) throws Exception {
    return of(
        loops,
        batches,
        () -> {
          code.run();
          return null;
        });
  }

  /** Runs ever larger batches until they take long enough and no longer get faster. */
  private static int warmUp(Callable<?> code) throws Exception {
    int loops = 1;
    double best = Double.POSITIVE_INFINITY;
    double spent = 0;
    int steady = 0;
    while (true) {
      double time = batch(loops, code);
      spent += time * loops;
      if (time * loops < BATCH_NANOS) {
        double wanted = Math.ceil(BATCH_NANOS / Math.max(time, 0.1));
        loops = (int) Math.min(wanted, Math.min(loops * 10.0, 1e9));
        continue;
      }
      steady = time < 0.95 * best ? 0 : steady + 1;
      best = Math.min(best, time);
      if (steady >= 3 || spent > MOST_WARM_UP_NANOS) {
        return loops;
      }
    }
  }

  private static double batch(int loops, Callable<?> code) throws Exception {
    long start = System.nanoTime();
    for (int i = 0; i < loops; i++) {
      sink = code.call();
    }
    return Math.max(1, System.nanoTime() - start) / (double) loops;
  }

  /** Half of the batches were slower. */
  public double median() {
    int half = times.length / 2;
    return times.length % 2 == 1 ? times[half] : (times[half - 1] + times[half]) / 2;
  }

  /**
   * How many times lie outside each end of the interval: the largest k with 2 P(B &lt; k) at most 5
   * %, B the number of heads of so many fair coins.
   */
  static int outside(int batches) {
    double tail = 0;
    double probability = StrictMath.pow(0.5, batches);
    int k = 0;
    while (2 * (tail + probability) <= 0.05) {
      tail += probability;
      probability *= (batches - k) / (k + 1.0);
      k++;
    }
    return k;
  }

  /** The lower end of the interval that holds the true median with 95 % certainty. */
  public double low() {
    return times[outside(times.length) - 1];
  }

  /** Its upper end. */
  public double high() {
    return times[times.length - outside(times.length)];
  }

  @Override
  public View view() {
    return new View.Line(Notation.of(toString()));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s per run, between %s and %s (95 %%; %d batches of %,d %s)",
        Durations.text(median()),
        Durations.text(low()),
        Durations.text(high()),
        times.length,
        loops,
        loops == 1 ? "run" : "runs");
  }
}
