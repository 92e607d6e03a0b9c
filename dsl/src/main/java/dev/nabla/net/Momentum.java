package dev.nabla.net;

import dev.nabla.matrix.Digits;
import dev.nabla.message.NablaException;

/**
 * v = beta v + g, w - rate v: the gradients of the past push on (Polyak's heavy ball).
 *
 * @param beta how much of v stays, from 0 up to but not including 1
 */
public record Momentum(double beta) implements UpdateRule {
  public Momentum {
    if (!(beta >= 0 && beta < 1)) {
      throw new NablaException(
          "momentum("
              + Digits.typed(beta)
              + "): beta is the share of the last step that stays, such as momentum(0.9).");
    }
  }

  @Override
  public String words() {
    return "momentum " + Digits.typed(beta);
  }

  @Override
  public int memories() {
    return 1;
  }

  @Override
  public void update(
      double rate, long step, double[] values, double[] gradient, double[][] memory) {
    double[] v = memory[0];
    for (int i = 0; i < values.length; i++) {
      v[i] = beta * v[i] + gradient[i];
      values[i] -= rate * v[i];
    }
  }
}
