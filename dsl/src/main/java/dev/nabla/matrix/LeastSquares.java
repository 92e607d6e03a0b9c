package dev.nabla.matrix;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.display.View.Axis;
import dev.nabla.message.NablaException;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/**
 * The theta that minimizes ||X theta - y||^2, from X^T X theta = X^T y. Rows of X are examples.
 *
 * <pre>{@code
 * // y = 1 + 2 x
 * round(leastSquares(matrix("1 0; 1 1; 1 2"), column(1, 3, 5)).theta(), 9)   // 1; 2
 * }</pre>
 */
public final class LeastSquares implements Showable {
  private final SimpleMatrix X;
  private final SimpleMatrix y;
  private final SimpleMatrix theta;

  private LeastSquares(SimpleMatrix X, SimpleMatrix y, SimpleMatrix theta) {
    this.X = X;
    this.y = y;
    this.theta = theta;
  }

  /**
   * Solves for theta by a QR decomposition of X.
   *
   * @param X examples x features, of full column rank
   * @param y a column with one entry for each example
   * @throws NablaException if y does not fit X, or the columns of X are not independent
   */
  public static LeastSquares of(SimpleMatrix X, SimpleMatrix y) {
    if (y.getNumRows() != X.getNumRows()) {
      throw new NablaException(
          "leastSquares: X is "
              + Shape.of(X)
              + ", but y is "
              + Shape.of(y)
              + ". Rows are examples, so y needs "
              + Shape.count(X.getNumRows(), "row", "rows")
              + "."
              + (y.getNumCols() == X.getNumRows() ? " Did you mean y.transpose()?" : ""));
    }
    Shape.requireFinite("leastSquares", "X", X);
    Shape.requireFinite("leastSquares", "y", y);
    int rank = Structure.rank(X);
    if (rank < X.getNumCols()) {
      throw new NablaException(
          "leastSquares: X has "
              + Shape.count(X.getNumCols(), "column", "columns")
              + " but rank "
              + rank
              + ", so many theta fit equally well and X^T X has no inverse. Remove columns that"
              + " others make up, or add examples.");
    }
    return new LeastSquares(X.copy(), y.copy(), X.solve(y));
  }

  /** The minimizer. */
  public SimpleMatrix theta() {
    return theta.copy();
  }

  /** 2 (X^T X t - X^T y), the gradient of the squared residual at t. */
  public SimpleMatrix gradient(SimpleMatrix t) {
    requireFit("gradient", t);
    return X.transpose().mult(X.mult(t).minus(y)).scale(2);
  }

  /** ||X t - y||^2. */
  public double residual(SimpleMatrix t) {
    requireFit("residual", t);
    double norm = X.mult(t).minus(y).normF();
    return norm * norm;
  }

  /** ||X theta - y||^2, the least there is. */
  public double residual() {
    return residual(theta);
  }

  private void requireFit(String call, SimpleMatrix t) {
    if (!Shape.same(t, theta)) {
      throw new NablaException(
          call
              + ": t is "
              + Shape.of(t)
              + ", but theta is "
              + Shape.of(theta)
              + ", one entry for each column of X.");
    }
  }

  @Override
  public View view() {
    SimpleMatrix XT = X.transpose();
    return new View.Stack(
        List.of(
            matrix(power("X", "X"), XT.mult(X)),
            matrix(power("X", "y"), XT.mult(y)),
            matrix(new Notation("theta", "\u03b8", "\\theta"), theta),
            matrix(
                new Notation(
                    "||X theta - y||^2",
                    "\u2016X \u03b8 - y\u2016<sup>2</sup>",
                    "\\lVert X \\theta - y\\rVert^2"),
                Matrices.row(residual()))));
  }

  private static Notation power(String left, String right) {
    return new Notation(left + "^T " + right, left + "<sup>T</sup> " + right, left + "^T " + right);
  }

  private static View matrix(Notation name, SimpleMatrix values) {
    return new View.Matrix(name, values, Axis.UNNAMED, Axis.UNNAMED, "");
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
