package dev.nabla.net;

import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;

/** Checks learning rates. */
final class Rate {
  private Rate() {}

  static void require(String call, double rate) {
    String said = call + "(" + Shape.number(rate) + "): ";
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
}
