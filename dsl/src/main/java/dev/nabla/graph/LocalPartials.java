package dev.nabla.graph;

import dev.nabla.display.Notation;
import dev.nabla.graph.algebra.Constant;
import dev.nabla.graph.algebra.Differentiate;
import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.Expressions;
import dev.nabla.graph.algebra.LinearPart;
import dev.nabla.graph.algebra.Names;
import dev.nabla.graph.algebra.Script;
import dev.nabla.graph.algebra.Shape;
import dev.nabla.graph.algebra.Simplify;
import dev.nabla.graph.algebra.Symbol;
import dev.nabla.graph.formula.Definitions;
import dev.nabla.message.NablaException;

/**
 * The derivative of a formula by a name that stands in it, all other names kept. By a number or a
 * column: the Jacobian, one row for each entry of the result. By a matrix: a gradient or slices.
 */
final class LocalPartials {
  private final Definitions definitions;
  private final Dependencies way;

  LocalPartials(Definitions definitions, Dependencies way) {
    this.definitions = definitions;
    this.way = way;
  }

  /** The formula; for a column by a matrix, slice k of it. */
  Expression formula(String of, String by) {
    Expression formula = definitions.formulas().get(of);
    Shape shape = definitions.shape(by);
    Symbol symbol = new Symbol(by, shape);
    if (formula.isNumber()) {
      Expression gradient = Simplify.simplify(Differentiate.pull(formula, Constant.ONE, symbol));
      return shape.isColumn() ? turned(gradient) : gradient;
    }
    if (!formula.shape().isColumn()) {
      throw new NablaException(
          "chainRule: %s is %s, but the way leads over numbers and columns only."
              .formatted(of, formula.shape()));
    }
    Symbol unit = Slices.unit(formula.shape());
    Expression pulled = Simplify.simplify(Differentiate.pull(formula, unit, symbol));
    return shape.isColumn() ? turned(LinearPart.of(pulled, unit)) : pulled;
  }

  private static Expression turned(Expression formula) {
    return Simplify.simplify(Expressions.transpose(formula));
  }

  /** True if it has three indices. */
  boolean isSlices(String of, String by) {
    return !definitions.shape(of).isNumber() && !definitions.shape(by).isColumn();
  }

  Notation written(String of, String by) {
    Notation formula = Script.notation(formula(of, by));
    return isSlices(of, by) ? Tables.join(Tables.plain("slice k: "), formula) : formula;
  }

  /** {@code dv/da}. */
  Notation name(String of, String by) {
    return Tables.derivative(Names.notation(of), Names.notation(by), way.dependsOnOne(of));
  }

  /** The shape as a factor of a chain: rows of the result, then the variable. */
  String shape(String of, String by) {
    String rows = definitions.shape(of).rows();
    Shape variable = definitions.shape(by);
    return rows + " x " + (variable.isColumn() ? variable.rows() : "(" + variable + ")");
  }
}
