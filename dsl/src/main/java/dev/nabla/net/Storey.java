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
   * @param fused null if loss and activation of the output are apart
   */
  record Place(int layer, Dense dense, Tower above, Loss loss, Loss.Fused fused) {}

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
  public double forward(Parameters parameters, Signals signals, DMatrixRMaj Y) {
    int l = PLACE.layer();
    Dense dense = PLACE.dense();
    DMatrixRMaj S = signals.S[l];
    DMatrixRMaj Z = signals.Z[l];
    // Straight to the products: the methods of Dense are compiled for every net, and so large by
    // then that they are not inlined any more.
    dense.forward().multiply(parameters.W()[l - 1], signals.Z[l - 1], parameters.b()[l - 1], S);
    if (Z != S) {
      dense.activation().forward(S, Z);
    }
    return PLACE.above() != null
        ? PLACE.above().forward(parameters, signals, Y)
        : Signals.loss(PLACE.loss(), PLACE.fused(), S, Z, Y);
  }

  @Override
  public void descend(
      double rate, Parameters parameters, Signals signals, Deltas deltas, DMatrixRMaj Y) {
    int l = PLACE.layer();
    Dense dense = PLACE.dense();
    DMatrixRMaj Z = signals.Z[l];
    DMatrixRMaj dZ = deltas.dZ[l];
    DMatrixRMaj delta = deltas.delta[l];
    boolean fused = PLACE.above() == null && PLACE.fused() != null;
    if (PLACE.above() != null) {
      PLACE.above().descend(rate, parameters, signals, deltas, Y);
    } else {
      Deltas.fromLoss(PLACE.loss(), PLACE.fused(), Z, Y, fused ? delta : dZ);
    }
    if (!fused && delta != dZ) {
      dense.activation().backward(signals.S[l], Z, dZ, delta);
    }
    DMatrixRMaj W = parameters.W()[l - 1];
    if (l > 1) {
      dense.toInputs().multiply(W, delta, deltas.dZ[l - 1]);
    }
    dense.toWeights().add(-rate, delta, signals.Z[l - 1], W, deltas.gradient.W()[l - 1]);
    Dense.descend(rate, delta, parameters.b()[l - 1]);
  }
}
