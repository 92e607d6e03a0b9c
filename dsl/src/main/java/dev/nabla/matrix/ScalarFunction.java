package dev.nabla.matrix;

/** A function of one number with its derivative, such as an activation. */
public interface ScalarFunction {
  /** f(x). */
  double of(double x);

  /** f'(x). */
  double slope(double x);
}
