package dev.nabla.graph;

/** Numbers for a declared function such as {@code phi: R -> R}: its value and its slope. */
public interface ScalarFunction {
  double of(double x);

  double slope(double x);
}
