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
    // Halving is exact, so dividing once gives the digits of dividing twice.
    double divisor = (half ? 2.0 : 1.0) * (mean ? m.numCols : 1);
    int entries = m.getNumElements();
    for (int i = 0; i < entries; i++) {
      m.data[i] /= divisor;
    }
  }

  /**
   * The factor as written in front of a sum; empty for 1.
   *
   * @param N the number of examples, as a letter or a number
   */
  Notation notation(String N) {
    if (half && mean) {
      boolean letter = N.equals("N");
      return fraction("1", letter ? "(2N)" : "(2*" + N + ")", letter ? "2N" : "2 \\cdot " + N);
    }
    if (half) {
      return fraction("1", "2", "2");
    }
    return mean ? fraction("1", N, N) : new Notation("", "", "");
  }

  private static Notation fraction(String above, String below, String latexBelow) {
    String text = above + "/" + below + " ";
    return new Notation(
        text, text.replace("*", "\u00b7"), "\\frac{" + above + "}{" + latexBelow + "}");
  }
}
