package dev.nabla.graph.algebra;

import dev.nabla.message.NablaException;

/** Shapes that do not fit together. */
final class Mismatch {
  private Mismatch() {}

  /** {@code W x: W is n x d, x is k x 1. why} */
  static NablaException of(Expression left, String sign, Expression right, String why) {
    String between = sign.isEmpty() || sign.equals("^") ? sign : " " + sign;
    String gap = sign.equals("^") ? "" : " ";
    return new NablaException(
        Script.of(left).within(Script.PRODUCT).text()
            + between
            + gap
            + Script.of(right).within(Script.PRODUCT).text()
            + ": "
            + left
            + " is "
            + left.shape().words()
            + ", "
            + right
            + " is "
            + right.shape().words()
            + ". "
            + why);
  }
}
