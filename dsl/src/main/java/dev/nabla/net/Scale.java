package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.message.NablaException;
import org.ejml.data.DMatrixRMaj;

/**
 * The factor a loss says in front of its sum: 1, 1/2, 1/N or 1/(2N).
 *
 * @param half whether 1/2 is there
 * @param mean whether 1/N is there, N the number of examples
 */
public record Scale(boolean half, boolean mean) {
  public static final Scale NONE = new Scale(false, false);

  Scale withHalf(String loss) {
    if (half) {
      throw new NablaException(loss + ".half(): the factor 1/2 is already there.");
    }
    return new Scale(true, mean);
  }

  Scale withMean(String loss) {
    if (mean) {
      throw new NablaException(loss + ".mean(): the factor 1/N is already there.");
    }
    return new Scale(half, true);
  }

  double of(double sum, int examples) {
    double halved = half ? sum / 2 : sum;
    return mean ? halved / examples : halved;
  }

  /** Scales every entry of m, whose columns are the examples. */
  void applyTo(DMatrixRMaj m) {
    int entries = m.getNumElements();
    for (int i = 0; i < entries; i++) {
      m.data[i] = of(m.data[i], m.numCols);
    }
  }

  /** The factor as written in front of a sum; empty for 1. */
  Notation notation() {
    if (half && mean) {
      return new Notation("1/(2N) ", "1/(2N) ", "\\frac{1}{2N}");
    }
    if (half) {
      return new Notation("1/2 ", "1/2 ", "\\frac{1}{2}");
    }
    if (mean) {
      return new Notation("1/N ", "1/N ", "\\frac{1}{N}");
    }
    return new Notation("", "", "");
  }
}
