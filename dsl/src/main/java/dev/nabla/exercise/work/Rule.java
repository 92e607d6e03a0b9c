package dev.nabla.exercise.work;

import dev.nabla.matrix.Jacobian;
import dev.nabla.net.Activation;
import dev.nabla.net.Elementwise;
import dev.nabla.net.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ejml.simple.SimpleMatrix;

/** How one value comes from others: the verbs of a hand calculation. */
public interface Rule {

  /**
   * The value, or null where the shapes do not allow it.
   *
   * @param in not modified
   */
  SimpleMatrix of(SimpleMatrix... in);

  /**
   * The same on paper.
   *
   * @param inside what is done to a result on the way before it is used
   */
  default SimpleMatrix of(UnaryOperator<SimpleMatrix> inside, SimpleMatrix... in) {
    return of(in);
  }

  /** Itself: a name, whose value is looked up. */
  record Named(String name) implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      throw new IllegalStateException(name + " is looked up");
    }
  }

  /** A B. */
  record Product() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return in[0].getNumCols() == in[1].getNumRows() ? in[0].mult(in[1]) : null;
    }
  }

  /** A o B, entry by entry. */
  record Entrywise() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return same(in) ? in[0].elementMult(in[1]) : null;
    }
  }

  /** A + B. */
  record Sum() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return same(in) ? in[0].plus(in[1]) : null;
    }
  }

  /** A - B. */
  record Difference() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return same(in) ? in[0].minus(in[1]) : null;
    }
  }

  /** S + b 1^T: b added to every column. */
  record AddColumn() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return in[0].getNumRows() == in[1].getNumRows() && in[1].getNumCols() == 1
          ? in[0].plus(in[1].mult(SimpleMatrix.ones(1, in[0].getNumCols())))
          : null;
    }
  }

  /** A^T. */
  record Transpose() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return in[0].transpose();
    }
  }

  /**
   * A number times A.
   *
   * @param why what the number is there for
   */
  record Scale(double factor, Why why) implements Rule {
    /** What a factor is there for. */
    public enum Why {
      /** 1/N, N the number of examples. */
      MEAN,
      /** 1/2 in front of a square. */
      HALF,
      /** The 2 that comes down from a square. */
      SQUARE,
      /** The learning rate. */
      RATE,
      /** Not in the right formula. */
      SLIP
    }

    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return in[0].scale(factor);
    }
  }

  /** f(S). */
  record Activate(Activation f) implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return f.of(in[0]);
    }
  }

  /** f'(S), entry by entry. */
  record Slope(Elementwise f) implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return f.slope(in[0]);
    }

    /** From the value, which is written down first. */
    @Override
    public SimpleMatrix of(UnaryOperator<SimpleMatrix> inside, SimpleMatrix... in) {
      if (!f.slopeFromZ()) {
        return of(in);
      }
      SimpleMatrix Z = inside.apply(f.of(in[0]));
      SimpleMatrix slope = Z.createLike();
      for (int i = 0; i < Z.getNumElements(); i++) {
        slope.set(i, f.slope(in[0].get(i), Z.get(i)));
      }
      return slope;
    }
  }

  /** delta from Z and dL/dZ where units compete: Z o (dZ - their mean by Z). */
  record Through(Activation f) implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      if (!same(in)) {
        return null;
      }
      SimpleMatrix delta = in[0].createLike();
      f.backward(null, in[0].getDDRM(), in[1].getDDRM(), delta.getDDRM());
      return delta;
    }
  }

  /** The sums of the rows. */
  record RowSums() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return in[0].mult(SimpleMatrix.ones(in[0].getNumCols(), 1));
    }
  }

  /** The sum of the squares of all entries. */
  record Squares() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return number(in[0].elementMult(in[0]).elementSum());
    }
  }

  /** A loss that is no sum of squares, without its factors. */
  record LossSum(Loss loss) implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return same(in) ? number(loss.sum(in[0].getDDRM(), in[1].getDDRM())) : null;
    }
  }

  /** Its derivative by the output, without its factors. */
  record LossSlope(Loss loss) implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      if (!same(in)) {
        return null;
      }
      SimpleMatrix dZ = in[0].createLike();
      loss.derivative(in[0].getDDRM(), in[1].getDDRM(), dZ.getDDRM());
      return dZ;
    }
  }

  /** A row of ones above. */
  record WithOnes() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return SimpleMatrix.ones(1, in[0].getNumCols()).concatRows(in[0]);
    }
  }

  /**
   * W itself, whose first line belongs to the constant 1.
   *
   * @param row whether that line is a row
   */
  record WithIntercept(boolean row) implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return in[0];
    }
  }

  /**
   * W without the line of the intercept.
   *
   * @param row whether that line is a row
   */
  record WithoutIntercept(boolean row) implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return row ? in[0].rows(1, SimpleMatrix.END) : in[0].cols(1, SimpleMatrix.END);
    }
  }

  /** One entry, counted from 0. */
  record Entry(int row, int column) implements Rule {

    /** The entries beside it and across the diagonal. */
    public List<Entry> neighbors() {
      List<Entry> all = new ArrayList<>();
      for (int[] at :
          new int[][] {
            {row, column - 1},
            {row - 1, column},
            {row, column + 1},
            {row + 1, column},
            {column, row}
          }) {
        if (at[0] >= 0 && at[1] >= 0 && (at[0] != row || at[1] != column)) {
          all.add(new Entry(at[0], at[1]));
        }
      }
      return all;
    }

    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      boolean there = row < in[0].getNumRows() && column < in[0].getNumCols();
      return there ? number(in[0].get(row, column)) : null;
    }
  }

  /** diag(v) of a column. */
  record Diagonal() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return in[0].getNumCols() == 1 ? in[0].diag() : null;
    }
  }

  /** diag(p) - p p^T: the Jacobian of softmax from its value, a column. */
  record SoftmaxJacobian() implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      SimpleMatrix p = in[0];
      return p.getNumCols() == 1 ? p.diag().minus(p.mult(p.transpose())) : null;
    }
  }

  /**
   * The Jacobian of a function at a point.
   *
   * @param name what it is called in sentences
   * @param known at the right point
   */
  record Differentiated(String name, Jacobian known) implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      if (!same(in[0], known.at())) {
        return null;
      } else if (in[0].isIdentical(known.at(), 0)) {
        return known.flatten();
      }
      try {
        return known.at(in[0]).map(Jacobian::flatten).filter(J -> !J.hasUncountable()).orElse(null);
      } catch (RuntimeException undefined) {
        // The function is somebody's own and need not have a value at the wrong point.
        return null;
      }
    }
  }

  /** A Jacobian by a matrix of this shape, whose columns are stacked. */
  record ByColumns(int rows, int columns) implements Rule {
    @Override
    public SimpleMatrix of(SimpleMatrix... in) {
      return in[0];
    }
  }

  private static boolean same(SimpleMatrix... in) {
    return in[0].getNumRows() == in[1].getNumRows() && in[0].getNumCols() == in[1].getNumCols();
  }

  private static SimpleMatrix number(double value) {
    return new SimpleMatrix(1, 1, true, value);
  }
}
