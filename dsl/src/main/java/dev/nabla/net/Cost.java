package dev.nabla.net;

/** Multiplications in the matrix products of a pass; those entry by entry are not counted. */
final class Cost {
  private Cost() {}

  /** W Z of every layer: the sum of outputs x inputs x examples. */
  static long forward(Blueprint net, int examples) {
    long total = 0;
    for (int l = 1; l <= net.depth(); l++) {
      total += product(net, l, examples);
    }
    return total;
  }

  /** Forward, then delta Z^T of every layer and W^T delta of every layer but the first. */
  static long gradient(Blueprint net, int examples) {
    return 3 * forward(net, examples) - product(net, 1, examples);
  }

  private static long product(Blueprint net, int l, int examples) {
    return (long) net.units(l) * net.inputs(l) * examples;
  }

  /** Numbers a pass stores of S and Z for the way back. */
  static long cached(Blueprint net, int examples) {
    long units = 0;
    for (int l = 1; l <= net.depth(); l++) {
      units += net.units(l);
    }
    return units * examples * ((net.keep().s ? 1 : 0) + (net.keep().z ? 1 : 0));
  }
}
