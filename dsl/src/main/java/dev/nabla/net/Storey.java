package dev.nabla.net;

import dev.nabla.product.Reloaded;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import org.ejml.data.DMatrixRMaj;

/**
 * A layer of a tower. This class is loaded anew for each of them, with the place in its class data,
 * and so the place is a constant to the JIT compiler. By the place it knows the sizes, the
 * activation and the layer above; a whole step is inlined and unrolled as if written out by hand.
 */
final class Storey implements Tower {

  /**
   * What a storey is made for.
   *
   * @param dense the work of the layer, in products of its own
   * @param above null for the output
   */
  record Place(int layer, Dense dense, Tower above) {}

  private static final Place PLACE = place();

  private static Place place() {
    try {
      return MethodHandles.classData(MethodHandles.lookup(), "_", Place.class);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A storey for this place. */
  static Tower in(Place place) throws IOException, ReflectiveOperationException {
    Class<?> storey = Reloaded.of(MethodHandles.lookup(), place);
    return (Tower) storey.getDeclaredConstructor().newInstance();
  }

  @Override
  public void forward(Parameters parameters, Signals signals) {
    int l = PLACE.layer();
    DMatrixRMaj S = signals.S[l];
    DMatrixRMaj Z = signals.Z[l];
    // Straight to the products: the methods of Dense are compiled for every net, and so large by
    // then that they are not inlined any more.
    PLACE
        .dense()
        .forward()
        .multiply(parameters.W()[l - 1], signals.Z[l - 1], parameters.b()[l - 1], S);
    if (Z != S) {
      PLACE.dense().activation().forward(S, Z);
    }
    if (PLACE.above() != null) {
      PLACE.above().forward(parameters, signals);
    }
  }

  @Override
  public void descend(double rate, Parameters parameters, Signals signals, Deltas deltas) {
    int l = PLACE.layer();
    DMatrixRMaj delta = deltas.delta[l];
    if (PLACE.above() != null) {
      PLACE.above().descend(rate, parameters, signals, deltas);
      if (delta != deltas.dZ[l]) {
        PLACE.dense().activation().backward(signals.S[l], signals.Z[l], deltas.dZ[l], delta);
      }
    }
    DMatrixRMaj W = parameters.W()[l - 1];
    if (l > 1) {
      PLACE.dense().toInputs().multiply(W, delta, deltas.dZ[l - 1]);
    }
    PLACE.dense().toWeights().add(-rate, delta, signals.Z[l - 1], W, deltas.gradient.W()[l - 1]);
    Dense.descend(rate, delta, parameters.b()[l - 1]);
  }
}
