package dev.nabla.net;

import dev.nabla.display.Notation;
import dev.nabla.display.View.Axis;
import dev.nabla.matrix.Quantity;
import java.util.AbstractList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;

/**
 * Turns the matrices a net computes with into the ones it shows: named, with the meaning of rows
 * and columns, in the net's convention.
 */
final class Labels {
  private static final Axis EXAMPLES = new Axis("examples", List.of());

  private final Blueprint net;

  Labels(Blueprint net) {
    this.net = net;
  }

  /** The name of W, b, S or Z of a layer; Z of layer 0 is X. */
  Notation name(String family, int layer) {
    return family.equals("Z") && layer == 0 ? Notation.of("X") : net.names().of(family, layer);
  }

  /** W of layer l as shown: with the intercept in front, inputs x outputs if so said. */
  Quantity weights(int l, Parameters values) {
    return weights(l, values, name("W", l));
  }

  /** A matrix of the shape of W of layer l under another name. */
  Quantity weights(int l, Parameters values, Notation name) {
    SimpleMatrix shown = SimpleMatrix.wrap(values.W()[l - 1]);
    DMatrixRMaj b = values.b()[l - 1];
    boolean intercept = net.convention().intercept();
    if (intercept) {
      shown = SimpleMatrix.wrap(b).concatColumns(shown);
    }
    Axis outputs = units(l, false);
    Axis inputs = units(l - 1, intercept);
    return net.convention().inputsByOutputs()
        ? new Quantity(shown.transpose(), name, inputs, outputs, "")
        : new Quantity(shown, name, outputs, inputs, "");
  }

  /** A matrix of the shape of b of layer l. */
  Quantity bias(int l, Parameters values, Notation name) {
    return new Quantity(
        SimpleMatrix.wrap(values.b()[l - 1]), name, units(l, false), Axis.UNNAMED, "");
  }

  /** A matrix with one row for each unit of layer l and one column for each example. */
  Quantity signal(int l, DMatrixRMaj values, Notation name) {
    return new Quantity(SimpleMatrix.wrap(values), name, units(l, false), EXAMPLES, "");
  }

  /** Z of layer l, with the row of ones where the net has an intercept. */
  Quantity activation(int l, DMatrixRMaj values) {
    boolean ones = hasOnes(l);
    SimpleMatrix shown = SimpleMatrix.wrap(values);
    if (ones) {
      shown = SimpleMatrix.ones(1, values.numCols).concatRows(shown);
    }
    return new Quantity(shown, name("Z", l), units(l, ones), EXAMPLES, "");
  }

  /** Whether Z of layer l has a constant 1 at index 0. */
  boolean hasOnes(int l) {
    return net.convention().intercept() && l < net.depth();
  }

  /** Index of the first unit of Z of layer l: 0 is the constant 1. */
  int firstUnit(int l) {
    return hasOnes(l) ? 0 : 1;
  }

  /** Entry i, j of a matrix of the shape of W, where index 0 is the intercept. */
  double weightEntry(String call, int l, Quantity weights, int i, int j) {
    return weightEntry(call, l, weights, i, j, false);
  }

  /** The same, or of the transposed matrix. */
  double weightEntry(String call, int l, Quantity weights, int i, int j, boolean transposed) {
    int first = net.convention().intercept() ? 0 : 1;
    return net.convention().inputsByOutputs() != transposed
        ? Entries.get(call, l, weights, i, j, first, 1)
        : Entries.get(call, l, weights, i, j, 1, first);
  }

  /**
   * The name of one gradient entry as the sheet counts: {@code dW1[3,1]}.
   *
   * @param row from 0, in the matrix the net computes with
   * @param column from 0
   */
  String entryName(String family, int l, int row, int column) {
    boolean folded = net.convention().intercept();
    if (family.equals("b") && !folded) {
      return "d" + name("b", l).text() + "[" + (row + 1) + "]";
    }
    int unit = row + 1;
    int input = family.equals("b") ? 0 : column + 1;
    String place = net.convention().inputsByOutputs() ? input + "," + unit : unit + "," + input;
    return "d" + name("W", l).text() + "[" + place + "]";
  }

  /** What the units of a layer are, and their names. */
  Axis units(int l, boolean withIntercept) {
    int count = net.units(l);
    Notation letter =
        l > 0 && net.names().given("Z", l) ? name("Z", l) : Notation.of(l == 0 ? "x" : letter(l));
    String meaning =
        l == 0
            ? "inputs"
            : l == net.depth() ? "outputs" : net.depth() == 2 ? "hidden" : "hidden " + l;
    return new Axis(meaning, new UnitNames(letter, withIntercept ? 0 : 1, count));
  }

  private String letter(int l) {
    return l == net.depth() ? "y" : "h";
  }

  /** h1, h2, ... made when asked for; a single unit has no index. */
  private static final class UnitNames extends AbstractList<Notation> {
    private final Notation letter;
    private final int first;
    private final int last;

    UnitNames(Notation letter, int first, int last) {
      this.letter = letter;
      this.first = first;
      this.last = last;
    }

    @Override
    public Notation get(int i) {
      if (size() == 1) {
        return letter;
      }
      int index = first + i;
      return new Notation(
          letter.text() + index,
          letter.html() + "<sub>" + index + "</sub>",
          "{" + letter.latex() + "}_{" + index + "}");
    }

    @Override
    public int size() {
      return last - first + 1;
    }
  }
}
