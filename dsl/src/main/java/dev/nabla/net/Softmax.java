package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.matrix.Jacobian;
import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/**
 * p_j = exp(s_j) / sum_l exp(s_l), column by column; dp_l/ds_j = p_l (1_(l=j) - p_j).
 *
 * <pre>{@code
 * softmax.of(column(0, 0))   // 0.5 0.5
 * }</pre>
 */
public record Softmax() implements Activation {
  @Override
  public String name() {
    return "softmax";
  }

  @Override
  public void forward(DMatrixRMaj s, DMatrixRMaj z) {
    int units = s.numRows;
    int examples = s.numCols;
    for (int n = 0; n < examples; n++) {
      double max = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < units; j++) {
        max = Math.max(max, s.data[j * examples + n]);
      }
      // Shifting all s of a column changes nothing, and no exp can overflow.
      double sum = 0;
      for (int j = 0; j < units; j++) {
        int at = j * examples + n;
        z.data[at] = StrictMath.exp(s.data[at] - max);
        sum += z.data[at];
      }
      for (int j = 0; j < units; j++) {
        z.data[j * examples + n] /= sum;
      }
    }
  }

  /** delta_j = p_j (dZ_j - sum_l p_l dZ_l). */
  @Override
  public void backward(DMatrixRMaj s, DMatrixRMaj z, DMatrixRMaj dZ, DMatrixRMaj delta) {
    int units = z.numRows;
    int examples = z.numCols;
    for (int n = 0; n < examples; n++) {
      double mean = 0;
      for (int l = 0; l < units; l++) {
        mean += z.data[l * examples + n] * dZ.data[l * examples + n];
      }
      for (int j = 0; j < units; j++) {
        int at = j * examples + n;
        delta.data[at] = z.data[at] * (dZ.data[at] - mean);
      }
    }
  }

  @Override
  public boolean slopeFromZ() {
    return true;
  }

  @Override
  public Jacobian jacobian(SimpleMatrix s) {
    if (s.getNumCols() != 1) {
      throw new NablaException(
          "jacobian: s is "
              + Shape.of(s)
              + ", but softmax has one Jacobian for each example. Give it a column.");
    }
    SimpleMatrix p = of(s);
    return Jacobian.of(p.diag().minus(p.mult(p.transpose())), s);
  }

  /** Z o (dZ - 1 1^T (Z o dZ)): 1 1^T puts the sum of a column in each of its entries. */
  @Override
  public Notation delta(Notation z, Notation dZ, Supplier<Notation> slope) {
    Notation ones = new Notation("1 1^T ", "1 1<sup>T</sup> ", "\\mathbf{1}\\mathbf{1}^T ");
    Notation mean = Words.join(ones, Words.parentheses(Words.entrywise(z, dZ)));
    return Words.entrywise(z, Words.parenthesizedDifference(dZ, mean));
  }

  @Override
  public String sentence() {
    return "softmax of each column.";
  }

  @Override
  public String backwardSentence() {
    return "Probabilities compete: what is common to all of an example cancels.";
  }

  @Override
  public Notation formula() {
    return new Notation(
        "exp(s_j) / sum_l exp(s_l)",
        "exp(s<sub>j</sub>) / \u03a3<sub>l</sub> exp(s<sub>l</sub>)",
        "\\frac{e^{s_j}}{\\sum_l e^{s_l}}");
  }

  @Override
  public Notation derivative() {
    return new Notation(
        "p_l (1[l=j] - p_j)", "p<sub>l</sub> (1[l=j] - p<sub>j</sub>)", "p_l (1_{l=j} - p_j)");
  }
}
