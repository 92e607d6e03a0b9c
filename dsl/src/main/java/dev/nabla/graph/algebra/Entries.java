package dev.nabla.graph.algebra;

import org.ejml.simple.SimpleMatrix;

/** Walks over the entries of several matrices at once; a 1 x 1 matrix stands for all entries. */
final class Entries {
  private Entries() {}

  /** A matrix of zeros as large as the largest input. */
  static SimpleMatrix like(SimpleMatrix[] inputs) {
    SimpleMatrix largest = inputs[0];
    for (SimpleMatrix input : inputs) {
      if (input.getNumElements() > 1) {
        largest = input;
      }
    }
    return new SimpleMatrix(largest.getNumRows(), largest.getNumCols());
  }

  static int[] places(int count) {
    int[] places = new int[count];
    for (int i = 0; i < count; i++) {
      places[i] = i;
    }
    return places;
  }

  static void read(SimpleMatrix[] inputs, int entry, double[] v) {
    for (int i = 0; i < inputs.length; i++) {
      v[i] = inputs[i].getNumElements() == 1 ? inputs[i].get(0) : inputs[i].get(entry);
    }
  }
}
