package dev.nabla.net;

/**
 * Parameters and memory of a training as they were a few epochs ago. Copying them after every epoch
 * would take a good part of a step; taking a few steps once more takes time only when it is needed.
 */
final class Checkpoint {
  private static final int EPOCHS = 16;

  private final int every;
  private final Parameters parameters;
  private final Updater updater;
  private final Parameters keptParameters;
  private final Updater keptUpdater;
  private int epoch;

  /** Of what is going to change: the parameters and the updater of a training. */
  Checkpoint(Training training, Parameters parameters, Updater updater) {
    // The order of the batches cannot be drawn again, so there is no way to repeat their steps.
    every = training.batch() == 0 ? EPOCHS : 1;
    this.parameters = parameters;
    this.updater = updater;
    keptParameters = parameters.copy();
    keptUpdater = new Updater(training.rule(), training.rate(), parameters);
  }

  /** Keeps what there is in this epoch, if it is time again. */
  void pass(int epoch) {
    if (epoch % every == 0) {
      keptParameters.setTo(parameters);
      keptUpdater.setTo(updater);
      this.epoch = epoch;
    }
  }

  /** Brings back what was kept, and returns of which epoch it is. */
  int restore() {
    parameters.setTo(keptParameters);
    updater.setTo(keptUpdater);
    return epoch;
  }
}
