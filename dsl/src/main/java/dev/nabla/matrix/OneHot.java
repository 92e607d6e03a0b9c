package dev.nabla.matrix;

import dev.nabla.message.NablaException;
import org.ejml.simple.SimpleMatrix;

/** Labels as columns with a single 1. */
public final class OneHot {
  private OneHot() {}

  /**
   * A column for each label, with the 1 in its row.
   *
   * @param classes number of rows
   * @param labels from 1 to classes
   * @throws NablaException if a label is outside, or there is none
   */
  public static SimpleMatrix of(int classes, int... labels) {
    if (classes < 1 || labels.length == 0) {
      throw new NablaException(
          "oneHot("
              + classes
              + (labels.length == 0 ? "" : ", ...")
              + "): give the number of classes, then the labels: oneHot(3, 1, 3).");
    }
    SimpleMatrix Y = new SimpleMatrix(classes, labels.length);
    for (int n = 0; n < labels.length; n++) {
      if (labels[n] < 1 || labels[n] > classes) {
        throw new NablaException(
            "oneHot: label "
                + (n + 1)
                + " is "
                + labels[n]
                + ", but with "
                + Shape.count(classes, "class", "classes")
                + " labels are 1 to "
                + classes
                + ".");
      }
      Y.set(labels[n] - 1, n, 1);
    }
    return Y;
  }
}
