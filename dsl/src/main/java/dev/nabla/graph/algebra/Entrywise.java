package dev.nabla.graph.algebra;

import java.util.Arrays;
import org.ejml.simple.SimpleMatrix;

/**
 * A rule on numbers. On matrices it acts on each entry; a number beside a matrix is used for every
 * entry.
 *
 * <p>All values of a graph lie in one array {@code v}, all gradients in {@code g}; {@code in} holds
 * the places of the inputs.
 */
public interface Entrywise extends Rule {

  double forward(double[] v, int[] in);

  /** Adds to {@code g[in[i]]} the local partial by input i times {@code g[out]}. */
  void backward(double[] v, double[] g, int[] in, int out);

  @Override
  default SimpleMatrix forward(Call call) {
    SimpleMatrix[] inputs = call.inputs();
    SimpleMatrix result = Entries.like(inputs);
    double[] v = new double[inputs.length];
    int[] in = Entries.places(inputs.length);
    for (int entry = 0; entry < result.getNumElements(); entry++) {
      Entries.read(inputs, entry, v);
      result.set(entry, forward(v, in));
    }
    return result;
  }

  @Override
  default SimpleMatrix[] backward(Call call, SimpleMatrix value, SimpleMatrix gradient) {
    SimpleMatrix[] inputs = call.inputs();
    SimpleMatrix[] gradients = new SimpleMatrix[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      gradients[i] = new SimpleMatrix(inputs[i].getNumRows(), inputs[i].getNumCols());
    }
    double[] v = new double[inputs.length + 1];
    double[] g = new double[inputs.length + 1];
    int[] in = Entries.places(inputs.length);
    for (int entry = 0; entry < value.getNumElements(); entry++) {
      Entries.read(inputs, entry, v);
      v[inputs.length] = value.get(entry);
      Arrays.fill(g, 0);
      g[inputs.length] = gradient.get(entry);
      backward(v, g, in, inputs.length);
      for (int i = 0; i < inputs.length; i++) {
        int place = gradients[i].getNumElements() == 1 ? 0 : entry;
        gradients[i].set(place, gradients[i].get(place) + g[i]);
      }
    }
    return gradients;
  }
}
