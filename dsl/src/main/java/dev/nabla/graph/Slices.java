package dev.nabla.graph;

import dev.nabla.display.Notation;
import dev.nabla.display.View;
import dev.nabla.graph.algebra.Apply;
import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.MatrixOperations;
import dev.nabla.graph.algebra.Names;
import dev.nabla.graph.algebra.Products;
import dev.nabla.graph.algebra.Script;
import dev.nabla.graph.algebra.Shape;
import dev.nabla.graph.algebra.Sums;
import dev.nabla.graph.algebra.Symbol;
import dev.nabla.graph.formula.Definitions;
import dev.nabla.matrix.Jacobian;
import java.util.ArrayList;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/** The derivative of a column by a matrix: entry (k; i, j) is dy_k / dW_ij. */
final class Slices {
  private static final String UNIT = "e_k";

  private Slices() {}

  /** e_k, the column with a 1 in row k: the gradient that asks for slice k. */
  static Symbol unit(Shape column) {
    return new Symbol(UNIT, column);
  }

  /** The names of a graph and e_k. */
  static Definitions withUnit(Definitions definitions, Shape column) {
    return definitions.withInput(UNIT, column);
  }

  static View view(
      Definitions definitions, String of, String by, Notation title, Expression slice) {
    String size = definitions.shape(of).rows();
    List<View> views = new ArrayList<>();
    views.add(
        Tables.line(
            Tables.join(
                title,
                Tables.plain(": "),
                Names.notation(size),
                Tables.plain(" slices of "),
                Tables.shape(definitions.shape(by)),
                Tables.plain(", slice k = "),
                Script.notation(slice))));
    Notation entry = entry(slice);
    if (entry != null) {
      views.add(Tables.line(Tables.join(Tables.plain("entry (k; i, j) = "), entry)));
    }
    return new View.Stack(views);
  }

  /** Entry (i, j) of e_k x^T or (u .* e_k) x^T, by indices; null for any other slice. */
  private static Notation entry(Expression slice) {
    boolean outer =
        slice instanceof Apply product
            && product.is(MatrixOperations.PRODUCT)
            && product.inputs().size() == 2
            && product.input(1) instanceof Apply right
            && right.is(MatrixOperations.TRANSPOSE);
    if (!outer) {
      return null;
    }
    Expression left = ((Apply) slice).input(0);
    Notation delta = new Notation("delta_ki ", "δ<sub>ki</sub> ", "\\delta_{ki}\\,");
    Notation x = indexed(((Apply) ((Apply) slice).input(1)).input(0), "j");
    if (left instanceof Symbol) {
      return Tables.join(delta, x);
    }
    if (left instanceof Apply hadamard
        && hadamard.is(Products.MULTIPLY)
        && hadamard.inputs().size() == 2
        && hadamard.input(1) instanceof Symbol) {
      return Tables.join(delta, indexed(hadamard.input(0), "i"), Tables.sign(" "), x);
    }
    return null;
  }

  private static Notation indexed(Expression expression, String index) {
    Notation base = Script.of(expression).within(Script.ATOM);
    return new Notation(
        base.text() + "_" + index,
        base.html() + "<sub>" + index + "</sub>",
        "{" + base.latex() + "}_{" + index + "}");
  }

  /** The slices in numbers: a backward pass for each entry of the column. */
  static Jacobian at(Values values, String of, String by) {
    SimpleMatrix column = values.value(values.place(of));
    SimpleMatrix matrix = values.value(values.place(by));
    SimpleMatrix stacked = new SimpleMatrix(column.getNumRows(), matrix.getNumElements());
    for (int k = 0; k < column.getNumRows(); k++) {
      SimpleMatrix unit = new SimpleMatrix(column.getNumRows(), 1);
      unit.set(k, 1);
      SimpleMatrix slice = values.backwardFrom(of, unit)[values.place(by)];
      for (int i = 0; i < matrix.getNumRows(); i++) {
        for (int j = 0; j < matrix.getNumCols(); j++) {
          stacked.set(k, j * matrix.getNumRows() + i, slice.get(i, j));
        }
      }
    }
    return Jacobian.of(stacked, matrix);
  }

  /** The index proof for y = W x + ...; for any other formula the slices alone. */
  static View.Solution proof(Definitions definitions, String of, String by, Notation title) {
    Expression formula = definitions.formulas().get(of);
    Expression argument = argument(formula, by);
    List<View.Step> steps = new ArrayList<>();
    if (argument != null) {
      Notation y = Names.notation(of);
      Notation w = Names.notation(by);
      Notation x = Script.of(argument).within(Script.ATOM);
      steps.addAll(IndexProof.steps(y, w, x, rest(formula)));
    }
    Derivative derivative = Derivative.of(definitions, of, by);
    steps.add(
        new View.Step(
            "the slices",
            title,
            Tables.join(Tables.plain("slice k: "), Script.notation(derivative.formula())),
            null,
            null,
            "Three indices: one slice of "
                + definitions.shape(by)
                + " for each of the "
                + definitions.shape(of).rows()
                + " entries of "
                + of
                + "."));
    return new View.Solution(title, steps);
  }

  /** The x of a term W x in a sum; null if the matrix occurs in any other way. */
  private static Expression argument(Expression formula, String by) {
    if (formula instanceof Apply sum && sum.is(Sums.ADD)) {
      List<Expression> with =
          sum.inputs().stream().filter(term -> Dependencies.symbols(term).contains(by)).toList();
      return with.size() == 1 ? argument(with.get(0), by) : null;
    }
    boolean product =
        formula instanceof Apply apply
            && apply.is(MatrixOperations.PRODUCT)
            && apply.inputs().size() == 2
            && apply.input(0) instanceof Symbol w
            && w.name().equals(by)
            && !Dependencies.symbols(apply.input(1)).contains(by);
    return product ? ((Apply) formula).input(1) : null;
  }

  private static List<Notation> rest(Expression formula) {
    List<Notation> rest = new ArrayList<>();
    if (formula instanceof Apply sum && sum.is(Sums.ADD)) {
      for (Expression term : sum.inputs()) {
        boolean product = term instanceof Apply apply && apply.is(MatrixOperations.PRODUCT);
        if (!product) {
          rest.add(indexed(term, "k"));
        }
      }
    }
    return rest;
  }
}
