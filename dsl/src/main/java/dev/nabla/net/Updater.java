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

  /** Takes what another updater of the same rule and shapes remembers, without allocating. */
  void setTo(Updater other) {
    step = other.step;
    copy(other.memoryOfW, memoryOfW);
    copy(other.memoryOfB, memoryOfB);
  }

  private static void copy(double[][][] from, double[][][] to) {
    for (int i = 0; i < from.length; i++) {
      for (int k = 0; k < from[i].length; k++) {
        System.arraycopy(from[i][k], 0, to[i][k], 0, from[i][k].length);
      }
    }
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

  /** One step of the plan's parameters after its forward pass, everything by the old values. */
  void step(Plan plan) {
    if (rule instanceof Descent) {
      // Descent needs no gradient of its own: most of a step may be writing and reading it.
      plan.descend(rate);
    } else {
      plan.backward();
      update(plan.parameters(), plan.gradient());
    }
  }

  private void update(Parameters parameters, Parameters gradient) {
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
