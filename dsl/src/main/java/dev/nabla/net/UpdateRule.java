package dev.nabla.net;

/**
 * How one parameter changes by its gradient g. A rule is one record: {@link Descent}, {@link
 * Momentum}, {@link Adam}.
 */
public interface UpdateRule {

  /** The rule as shown; empty for plain descent. */
  String words();

  /** How many numbers it remembers for each entry of a parameter. */
  int memories();

  /**
   * One step, by its arguments alone: a step may be taken a second time.
   *
   * @param rate learning rate
   * @param step number of the step, from 1
   * @param values the parameter, modified
   * @param gradient not modified
   * @param memory one array for each of {@link #memories}, as long as values, 0 at first; modified
   */
  void update(double rate, long step, double[] values, double[] gradient, double[][] memory);
}
