package dev.nabla.net;

import org.ejml.data.DMatrixRMaj;

/**
 * Training steps for one number of examples, with every buffer made beforehand: a step allocates
 * nothing.
 */
final class Plan {
  private final Parameters parameters;
  private final Signals signals;
  private final Deltas deltas;
  private final int depth;
  private final Tower tower;

  /** Inputs and targets of the steps; fill them before {@link #forward}. */
  final DMatrixRMaj X;

  final DMatrixRMaj Y;

  /**
   * A plan whose steps read {@code parameters}.
   *
   * @param net with its inputs known
   * @param steps how many there will be, as far as is known
   */
  Plan(Blueprint net, Parameters parameters, int examples, long steps) {
    this.parameters = parameters;
    this.depth = net.depth();
    Dense[] layers = Dense.layers(net, parameters, examples);
    signals = new Signals(net, layers, examples);
    deltas = new Deltas(net, layers, examples);
    tower = Towers.of(net, layers, steps);
    X = new DMatrixRMaj(net.inputs(), examples);
    Y = new DMatrixRMaj(net.units(depth), examples);
  }

  /** Whether the steps are in code for this net alone. */
  boolean hasTower() {
    return tower != null;
  }

  Parameters parameters() {
    return parameters;
  }

  /** Runs forward and returns the loss. */
  double forward() {
    if (tower != null) {
      signals.Z[0] = X;
      return tower.forward(parameters, signals, Y);
    }
    signals.fill(parameters, X);
    return signals.loss(signals.S[depth], Y);
  }

  /** Runs backward after {@link #forward}. */
  void backward() {
    deltas.fillFromLoss(parameters, signals, Y);
  }

  /** Runs backward after {@link #forward} and takes a step of gradient descent on the way. */
  void descend(double rate) {
    if (tower == null) {
      deltas.descend(rate, parameters, signals, Y);
    } else {
      tower.descend(rate, parameters, signals, deltas, Y);
    }
  }

  /** The gradient of the last {@link #backward}. */
  Parameters gradient() {
    return deltas.gradient;
  }
}
