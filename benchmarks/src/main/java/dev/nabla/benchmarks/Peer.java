package dev.nabla.benchmarks;

/** One way to train a net. */
interface Peer {

  /** Trains for so many steps from the first parameters on, and returns the last loss. */
  double train(int steps);
}
