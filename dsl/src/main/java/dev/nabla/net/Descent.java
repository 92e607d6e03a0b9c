package dev.nabla.net;

/** w - rate g: gradient descent. */
public record Descent() implements UpdateRule {
  @Override
  public String words() {
    return "";
  }

  @Override
  public int memories() {
    return 0;
  }

  @Override
  public void update(
      double rate, long step, double[] values, double[] gradient, double[][] memory) {
    for (int i = 0; i < values.length; i++) {
      values[i] -= rate * gradient[i];
    }
  }
}
