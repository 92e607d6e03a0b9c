package dev.nabla.net;

/**
 * m = b1 m + (1 - b1) g, v = b2 v + (1 - b2) g^2, w - rate mhat / (sqrt(vhat) + epsilon), with mhat
 * = m / (1 - b1^t) and vhat = v / (1 - b2^t) at step t (Kingma and Ba, 2015, algorithm 1).
 */
public record Adam(double b1, double b2, double epsilon) implements UpdateRule {

  /** With the constants of the paper: 0.9, 0.999 and 1e-8. */
  public Adam() {
    this(0.9, 0.999, 1e-8);
  }

  @Override
  public String words() {
    return "Adam";
  }

  @Override
  public int memories() {
    return 2;
  }

  @Override
  public void update(
      double rate, long step, double[] values, double[] gradient, double[][] memory) {
    double[] m = memory[0];
    double[] v = memory[1];
    double firstBias = 1 - power(b1, step);
    double secondBias = 1 - power(b2, step);
    for (int i = 0; i < values.length; i++) {
      double g = gradient[i];
      m[i] = b1 * m[i] + (1 - b1) * g;
      v[i] = b2 * v[i] + (1 - b2) * g * g;
      values[i] -= rate * (m[i] / firstBias) / (Math.sqrt(v[i] / secondBias) + epsilon);
    }
  }

  /** base^n by squaring; unlike the library's power it allocates nothing. */
  private static double power(double base, long n) {
    double result = 1;
    double square = base;
    for (long rest = n; rest > 0; rest /= 2) {
      if (rest % 2 == 1) {
        result *= square;
      }
      square *= square;
    }
    return result;
  }
}
