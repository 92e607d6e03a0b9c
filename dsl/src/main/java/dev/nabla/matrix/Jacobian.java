package dev.nabla.matrix;

import static java.util.stream.Collectors.joining;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.display.View.Axis;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ejml.simple.SimpleMatrix;

/**
 * J_ki = dy_k/dx_i, one row for each output (numerator layout). For a function of a p x q matrix W
 * it has three indices, dy_k/dW_ij: one p x q slice for each output.
 *
 * <pre>{@code
 * var A = matrix("1 2 3; 4 5 6");
 * jacobian(x -> A.mult(x), column(1, 1, 1)).matrix()   // 1 2 3; 4 5 6
 * }</pre>
 */
public final class Jacobian implements Showable {
  /** Step of the differences, relative to the power of two of the entry. */
  private static final double STEP = 0x1p-12;

  /** Differences of so many units in the last place are rounding, not slope. */
  private static final int ROUNDING = 8;

  /** Outputs x inputs, the entries of a matrix input stacked by columns. */
  private final SimpleMatrix values;

  private final SimpleMatrix at;
  private final int inputRows;
  private final int inputColumns;

  /** What it is the Jacobian of; null where only the values are known. */
  private final UnaryOperator<SimpleMatrix> function;

  private final List<Jacobian> factors;

  private Jacobian(
      SimpleMatrix values,
      SimpleMatrix at,
      UnaryOperator<SimpleMatrix> function,
      List<Jacobian> factors) {
    this.values = values;
    this.at = at.copy();
    this.inputRows = at.getNumRows();
    this.inputColumns = at.getNumCols();
    this.function = function;
    this.factors = factors;
  }

  /** A known Jacobian of a function at a column or, its columns stacked, at a matrix. */
  public static Jacobian of(SimpleMatrix values, SimpleMatrix at) {
    return new Jacobian(values, at, null, List.of());
  }

  /** The column itself; a matrix is refused. */
  public static SimpleMatrix requireColumn(SimpleMatrix s) {
    if (s.getNumCols() != 1) {
      throw new NablaException(
          "jacobian: the point is " + Shape.of(s) + ", but it must be a column, one example.");
    }
    return s;
  }

  /**
   * Central differences of any function at a column or a matrix, of fourth order: (8 (f(x + h) -
   * f(x - h)) - (f(x + 2h) - f(x - 2h))) / 12h.
   *
   * @param f gives a column
   * @param at not modified
   * @throws NablaException if f does not give a column
   */
  public static Jacobian of(UnaryOperator<SimpleMatrix> f, SimpleMatrix at) {
    int rows = at.getNumRows();
    int columns = at.getNumCols();
    SimpleMatrix values = null;
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < rows; i++) {
        double x = at.get(i, j);
        // A power of two, so that differences of linear functions come out exact.
        double h = STEP * Math.max(1, Math.scalb(2, Math.getExponent(x)));
        SimpleMatrix near = value(f, at, i, j, x + h).minus(value(f, at, i, j, x - h));
        SimpleMatrix farAbove = value(f, at, i, j, x + 2 * h);
        SimpleMatrix far = farAbove.minus(value(f, at, i, j, x - 2 * h));
        if (values == null) {
          values = new SimpleMatrix(near.getNumRows(), rows * columns);
        }
        values.setColumn(j * rows + i, quotient(near.scale(8).minus(far), farAbove, 12 * h));
      }
    }
    return new Jacobian(values, at, f, List.of());
  }

  private static SimpleMatrix quotient(SimpleMatrix difference, SimpleMatrix y, double width) {
    SimpleMatrix quotient = difference.createLike();
    for (int k = 0; k < difference.getNumElements(); k++) {
      boolean rounding = Math.abs(difference.get(k)) <= ROUNDING * Math.ulp(y.get(k));
      quotient.set(k, rounding ? 0 : difference.get(k) / width);
    }
    return quotient;
  }

  private static SimpleMatrix value(
      UnaryOperator<SimpleMatrix> f, SimpleMatrix at, int i, int j, double x) {
    SimpleMatrix point = at.copy();
    point.set(i, j, x);
    SimpleMatrix y = f.apply(point);
    if (y.getNumCols() != 1) {
      throw new NablaException(
          "jacobian: the function gives "
              + Shape.of(y)
              + ", but it must give a column. Stack its columns with vec(...).");
    }
    return y;
  }

  /**
   * Outputs x inputs.
   *
   * @throws NablaException if the input was a matrix, so that there are three indices
   */
  public SimpleMatrix matrix() {
    if (inputColumns != 1) {
      throw new NablaException(
          "matrix(): the input is "
              + Shape.of(inputRows, inputColumns)
              + ", so the derivative has three indices. Look at slice(1) to slice("
              + values.getNumRows()
              + "), or at flatten(), which is "
              + Shape.of(values)
              + ".");
    }
    return values.copy();
  }

  /** dy_k/dW, of the shape of W, for output k from 1. */
  public SimpleMatrix slice(int k) {
    if (k < 1 || k > values.getNumRows()) {
      throw new NablaException(
          "slice(" + k + "): there is one for each output, 1 to " + values.getNumRows() + ".");
    }
    return Stacking.unvec(values.getRow(k - 1).transpose(), inputRows, inputColumns);
  }

  /** Outputs x entries of W, the columns of W stacked: row k is vec(dy_k/dW)^T. */
  public SimpleMatrix flatten() {
    return values.copy();
  }

  /** Outputs x entries of W, the rows of W one after the other. */
  public SimpleMatrix flattenByRows() {
    SimpleMatrix byRows = values.createLike();
    for (int i = 0; i < inputRows; i++) {
      for (int j = 0; j < inputColumns; j++) {
        byRows.setColumn(i * inputColumns + j, values.getColumn(j * inputRows + i));
      }
    }
    return byRows;
  }

  /**
   * The chain rule J_f(g(x)) J_g(x): this is the outer function's.
   *
   * @throws NablaException if the inner function does not have one output for each input of this
   */
  public Jacobian times(Jacobian inner) {
    SimpleMatrix outer = matrix();
    if (outer.getNumCols() != inner.values.getNumRows()) {
      throw new NablaException(
          "times: the outer Jacobian is "
              + Shape.of(outer)
              + ", the inner "
              + Shape.of(inner.values)
              + ". "
              + outer.getNumCols()
              + " is not "
              + inner.values.getNumRows()
              + ": the outer function needs one input for each output of the inner one.");
    }
    return new Jacobian(outer.mult(inner.values), inner.at, null, List.of(this, inner));
  }

  /** The outer and the inner Jacobian of {@link #times}; empty if this is no product. */
  public List<Jacobian> factors() {
    return factors;
  }

  /** The point it is taken at. */
  public SimpleMatrix at() {
    return at.copy();
  }

  /**
   * The Jacobian of the same function at another point; empty where only the values are known, as
   * of a product.
   */
  public Optional<Jacobian> at(SimpleMatrix other) {
    return Optional.ofNullable(function).map(f -> of(f, other));
  }

  /** Inputs x outputs: the transpose. */
  public Quantity denominatorLayout() {
    return new Quantity(
        matrix().transpose(), Notation.of("J"), INPUTS, OUTPUTS, "denominator layout");
  }

  private static final Axis INPUTS = new Axis("inputs", List.of());
  private static final Axis OUTPUTS = new Axis("outputs", List.of());

  @Override
  public View view() {
    List<View> views = new ArrayList<>();
    if (!factors.isEmpty()) {
      String shapes =
          factors.stream().map(each -> "(" + Shape.of(each.values) + ")").collect(joining());
      views.add(new View.Line(Notation.of(shapes + " = " + Shape.of(values))));
    }
    if (inputColumns == 1) {
      views.add(new View.Matrix(Notation.of("J"), values, OUTPUTS, INPUTS, ""));
      return views.size() == 1 ? views.get(0) : new View.Stack(views);
    }
    for (int k = 1; k <= values.getNumRows(); k++) {
      Notation name = Notation.partial(Notation.indexed("y", k), Notation.of("W"));
      views.add(new View.Matrix(name, slice(k), Axis.UNNAMED, Axis.UNNAMED, ""));
    }
    return new View.Stack(views);
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
