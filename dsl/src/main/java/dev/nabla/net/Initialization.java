package dev.nabla.net;

import dev.nabla.matrix.Digits;
import dev.nabla.message.NablaException;
import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;

/** The rule that sets weights and biases of layers declared by size. */
sealed interface Initialization {

  /** The source of one net's weights; it sees the layers in order. */
  Filler filler();

  /** The rule as said: {@code random(1)}. */
  String words();

  /** Fills layer after layer. */
  interface Filler {
    /**
     * @param weights modified
     * @param bias modified; null if the layer has none
     */
    void fill(DMatrixRMaj weights, DMatrixRMaj bias);
  }

  /** Every entry {@code value}. */
  record Constant(double value) implements Initialization {
    static Constant of(double value) {
      if (!Double.isFinite(value)) {
        throw new NablaException(
            "constant("
                + value
                + "): every weight must be a finite number, such as constant(0.5).");
      }
      return new Constant(value);
    }

    @Override
    public Filler filler() {
      return (weights, bias) -> {
        Arrays.fill(weights.data, value);
        if (bias != null) {
          Arrays.fill(bias.data, value);
        }
      };
    }

    @Override
    public String words() {
      return "constant(" + Digits.typed(value) + ")";
    }
  }

  /** Weights uniform in +-1/sqrt(inputs), row by row from one seeded generator; biases 0. */
  record Uniform(long seed) implements Initialization {
    @Override
    public Filler filler() {
      // Random's algorithm is part of its specification, so the numbers are the same everywhere.
      Random random = new Random(seed);
      return (weights, bias) -> {
        double bound = 1 / Math.sqrt(weights.numCols);
        for (int i = 0; i < weights.data.length; i++) {
          weights.data[i] = (2 * random.nextDouble() - 1) * bound;
        }
      };
    }

    @Override
    public String words() {
      return "random(" + seed + ")";
    }
  }
}
