package dev.nabla.net;

import dev.nabla.matrix.Digits;
import dev.nabla.message.NablaException;

/** Checks learning rates. */
final class Rate {
  private Rate() {}

  static void require(String call, double rate) {
    String said = call + "(" + Digits.typed(rate) + "): ";
    if (rate == 0) {
      throw new NablaException(
          said
              + "a learning rate of 0 leaves every weight as it is. Give a positive number, such as "
              + call
              + "(0.5); in Java 1/2 is 0.");
    }
    if (!(rate > 0) || Double.isInfinite(rate)) {
      throw new NablaException(
          said
              + (rate < 0
                  ? "with a negative learning rate the loss climbs. "
                  : "this is not a learning rate. ")
              + "Give a positive number, such as "
              + call
              + "(0.5).");
    }
  }

  /** Checks the step of a difference quotient. */
  static void requireStep(String call, double h) {
    if (!(h > 0) || Double.isInfinite(h)) {
      throw new NablaException(
          call
              + "("
              + Digits.typed(h)
              + "): the step is a small positive number, such as "
              + call
              + "(1e-6).");
    }
  }
}
