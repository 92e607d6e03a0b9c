package dev.nabla.benchmarks;

import java.util.Arrays;

/**
 * A hidden layer of sigmoids and a linear unit in loops over arrays written by hand, for any
 * numbers of inputs, units and examples; the same exponential function as the language.
 */
record XorByHand(Task task) implements Peer {
  @Override
  public double train(int steps) {
    int inputs = task.X().getNumRows();
    int units = task.W()[0].getNumRows();
    int examples = task.X().getNumCols();
    double[] x = task.X().getDDRM().data;
    double[] y = task.Y().getDDRM().data;
    double[] w1 = task.W()[0].getDDRM().data.clone();
    double[] b1 = task.b()[0].getDDRM().data.clone();
    double[] w2 = task.W()[1].getDDRM().data.clone();
    double b2 = task.b()[1].get(0);
    double[] z1 = new double[units];
    double[] gradient1 = new double[w1.length];
    double[] gradientB1 = new double[units];
    double[] gradient2 = new double[units];
    double[] losses = new double[steps + 1];
    for (int step = 0; ; step++) {
      double loss = 0;
      double gradientB2 = 0;
      Arrays.fill(gradient1, 0);
      Arrays.fill(gradientB1, 0);
      Arrays.fill(gradient2, 0);
      for (int n = 0; n < examples; n++) {
        double z2 = b2;
        for (int i = 0; i < units; i++) {
          double s = b1[i];
          for (int j = 0; j < inputs; j++) {
            s += w1[i * inputs + j] * x[j * examples + n];
          }
          z1[i] = 1 / (1 + StrictMath.exp(-s));
          z2 += w2[i] * z1[i];
        }
        double r = z2 - y[n];
        loss += r * r;
        double d2 = r / examples;
        gradientB2 += d2;
        for (int i = 0; i < units; i++) {
          gradient2[i] += d2 * z1[i];
          double d1 = w2[i] * d2 * z1[i] * (1 - z1[i]);
          gradientB1[i] += d1;
          for (int j = 0; j < inputs; j++) {
            gradient1[i * inputs + j] += d1 * x[j * examples + n];
          }
        }
      }
      losses[step] = loss / (2 * examples);
      if (step == steps) {
        return losses[step];
      }
      descend(w1, gradient1);
      descend(b1, gradientB1);
      descend(w2, gradient2);
      b2 -= task.rate() * gradientB2;
    }
  }

  private void descend(double[] values, double[] gradient) {
    for (int i = 0; i < values.length; i++) {
      values[i] -= task.rate() * gradient[i];
    }
  }
}
