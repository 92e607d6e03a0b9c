package dev.nabla.graph.algebra;

/** A function of one number with its derivatives, as far as they are known. */
@FunctionalInterface
public interface Curve {
  /** The derivative of this order at x; order 0 is the function itself. */
  double at(int order, double x);
}
