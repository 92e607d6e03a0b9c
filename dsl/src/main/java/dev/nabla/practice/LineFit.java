package dev.nabla.practice;

import dev.nabla.exercise.Exercise;
import dev.nabla.matrix.Matrices;
import dev.nabla.matrix.Quantity;
import java.util.List;
import java.util.Optional;
import org.ejml.simple.SimpleMatrix;

/** A line through four points by least squares. */
record LineFit() implements Kind {
  /** At right angles to a constant and to equal steps. */
  private static final SimpleMatrix MISS = Matrices.column(1, -1, -1, 1);

  @Override
  public String name() {
    return "fit";
  }

  @Override
  public Optional<Problem> draw(Draw draw) {
    int first = draw.integer(-2, 1);
    SimpleMatrix X =
        Matrices.of(new double[][] {{1, first}, {1, first + 1}, {1, first + 2}, {1, first + 3}});
    SimpleMatrix theta = Matrices.column(draw.nonzero(3), draw.nonzero(3));
    int size = draw.integer(1, 2);
    SimpleMatrix y = X.mult(theta).plus(MISS.scale(size));
    SimpleMatrix normal = X.transpose().mult(X);
    SimpleMatrix right = X.transpose().mult(y);
    boolean fair = theta.get(0) != theta.get(1) && !Fair.hasZero(normal) && !Fair.hasZero(right);
    return fair
        ? Optional.of(
            new Problem(
                "Fit y = theta1 + theta2 x by least squares: X^T X, X^T y, theta, and the sum of"
                    + " squares that is left.",
                List.of(Quantity.label(X, "X"), Quantity.label(y, "y")),
                id ->
                    Exercise.of(id)
                        .asks("XTX", normal)
                        .asks("XTy", right)
                        .asks("theta", theta)
                        .asks("residual", 4.0 * size * size)))
        : Optional.empty();
  }
}
