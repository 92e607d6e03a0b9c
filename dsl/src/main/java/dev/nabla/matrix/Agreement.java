package dev.nabla.matrix;

import dev.nabla.display.Notation;
import dev.nabla.display.View;

/** Whether gradients and difference quotients agree, in words. */
public final class Agreement {
  /** Above what rounding and a sensible step leave, below what a mistake makes. */
  private static final double TOLERANCE = 1e-4;

  private Agreement() {}

  /** The verdict on the largest relative error. */
  public static View.Line of(double worst) {
    return new View.Line(
        Notation.of(
            worst <= TOLERANCE
                ? "The gradients and the differences agree."
                : "The gradients and the differences do not agree: is a slope wrong, or the step h"
                    + " too large?"));
  }
}
