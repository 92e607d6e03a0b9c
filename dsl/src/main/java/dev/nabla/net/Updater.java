package dev.nabla.net;

import org.ejml.data.DMatrixRMaj;

/** Moves every parameter of a net by one rule, remembering what the rule remembers. */
final class Updater {
  private final UpdateRule rule;
  private final double rate;
  private final double[][][] memoryOfW;
  private final double[][][] memoryOfB;
  private long step;

  Updater(UpdateRule rule, double rate, Parameters shapes) {
    this.rule = rule;
    this.rate = rate;
    memoryOfW = memory(shapes.W());
    memoryOfB = memory(shapes.b());
  }

  private double[][][] memory(DMatrixRMaj[] shapes) {
    double[][][] memory = new double[shapes.length][rule.memories()][];
    for (int i = 0; i < shapes.length; i++) {
      for (int k = 0; k < rule.memories(); k++) {
        memory[i][k] = new double[shapes[i] == null ? 0 : shapes[i].data.length];
      }
    }
    return memory;
  }

  /**
   * One step, everything by the old values.
   *
   * @param parameters modified
   */
  void update(Parameters parameters, Parameters gradient) {
    step++;
    for (int i = 0; i < memoryOfW.length; i++) {
      DMatrixRMaj W = parameters.W()[i];
      DMatrixRMaj b = parameters.b()[i];
      rule.update(rate, step, W.data, gradient.W()[i].data, memoryOfW[i]);
      if (b != null) {
        rule.update(rate, step, b.data, gradient.b()[i].data, memoryOfB[i]);
      }
    }
  }
}
