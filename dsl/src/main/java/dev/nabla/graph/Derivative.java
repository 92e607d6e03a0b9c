package dev.nabla.graph;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.graph.algebra.Constant;
import dev.nabla.graph.algebra.Evaluate;
import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.Expressions;
import dev.nabla.graph.algebra.LinearPart;
import dev.nabla.graph.algebra.Names;
import dev.nabla.graph.algebra.Script;
import dev.nabla.graph.algebra.Shape;
import dev.nabla.graph.algebra.Simplify;
import dev.nabla.graph.algebra.Symbol;
import dev.nabla.graph.formula.Definitions;
import dev.nabla.matrix.Jacobian;
import dev.nabla.matrix.Quantity;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/**
 * The derivative of one name of a graph by another as a formula in the names of the graph.
 *
 * <pre>{@code
 * graph("A: m x n, x: n; y = A x").derivative("y", "x")   // dy/dx = A, m x n
 * }</pre>
 */
public final class Derivative implements Showable {
  /** Which of the three kinds of derivative it is. */
  enum Kind {
    GRADIENT,
    JACOBIAN,
    SLICES
  }

  private final Definitions definitions;
  private final String of;
  private final String by;
  private final Kind kind;
  private final Expression formula;
  private final boolean transposed;

  /** What was differentiated first: {@link #of}, unless this is a derivative of a derivative. */
  private final String base;

  /** The names it was differentiated by before. */
  private final List<String> earlier;

  private Derivative(
      Definitions definitions,
      String of,
      String by,
      Kind kind,
      Expression formula,
      boolean transposed,
      String base,
      List<String> earlier) {
    this.definitions = definitions;
    this.of = of;
    this.by = by;
    this.kind = kind;
    this.formula = formula;
    this.transposed = transposed;
    this.base = base;
    this.earlier = earlier;
  }

  static Derivative of(Definitions definitions, String of, String by) {
    Shape value = definitions.shape(of);
    Shape variable = definitions.shape(by);
    if (value.isNumber()) {
      Expression formula = Adjoints.of(definitions, of, Constant.ONE, by).get(by);
      return new Derivative(definitions, of, by, Kind.GRADIENT, formula, false, of, List.of());
    }
    if (!value.isColumn()) {
      throw new NablaException(
          "derivative: %s is %s, but only a number or a column has a derivative here. Name a number or a column, such as the sum of the entries."
              .formatted(of, value));
    }
    Symbol seed = Slices.unit(value);
    Expression received = Adjoints.of(definitions, of, seed, by).get(by);
    if (!variable.isColumn()) {
      return new Derivative(definitions, of, by, Kind.SLICES, received, false, of, List.of());
    }
    Expression jacobian =
        received.equals(Constant.ZERO)
            ? Constant.ZERO
            : Simplify.simplify(Expressions.transpose(LinearPart.of(received, seed)));
    return new Derivative(definitions, of, by, Kind.JACOBIAN, jacobian, false, of, List.of());
  }

  /** The formula in the layout chosen. */
  public Expression formula() {
    return formula;
  }

  /** What is differentiated. */
  public String of() {
    return of;
  }

  /** The name it is differentiated by. */
  public String by() {
    return by;
  }

  Definitions definitions() {
    return definitions;
  }

  Kind kind() {
    return kind;
  }

  /** Of a number, the derivative transposed; of a column, the Jacobian, which is the default. */
  public Derivative numeratorLayout() {
    return layout(kind == Kind.GRADIENT);
  }

  /** Of a number, the shape of the variable, which is the default; of a column, transposed. */
  public Derivative denominatorLayout() {
    return layout(kind == Kind.JACOBIAN);
  }

  private Derivative layout(boolean turned) {
    if (kind == Kind.SLICES) {
      throw new NablaException(
          "d%s/d%s has three indices, so it has no transpose. Its slices have the shape of %s."
              .formatted(of, by, by));
    }
    Expression other =
        turned == transposed || formula.isNumber()
            ? formula
            : Simplify.simplify(Expressions.transpose(formula));
    return new Derivative(definitions, of, by, kind, other, turned, base, earlier);
  }

  /**
   * The derivative of this derivative by a name, everything in it taken as depending on that name;
   * for numbers only.
   */
  public Derivative derivative(String name) {
    if (!formula.isNumber() || kind == Kind.SLICES) {
      throw new NablaException(
          "d%s/d%s is %s; only a number is differentiated again.".formatted(of, by, shape()));
    }
    Map<String, Expression> formulas = new LinkedHashMap<>(definitions.formulas());
    String again = title().text();
    formulas.put(again, formula);
    List<String> variables = new ArrayList<>(earlier);
    variables.add(by);
    Definitions longer =
        new Definitions(formulas, definitions.inputs(), definitions.scope(), definitions.text());
    Expression twice = of(longer, again, name).formula;
    return new Derivative(longer, again, name, kind, twice, false, base, variables);
  }

  /**
   * Whether a formula in the names of the graph is this derivative. Decided exactly for rational
   * formulas, by evaluation at random points otherwise.
   */
  public Equality equalTo(String other) {
    Definitions names = definitions;
    if (kind == Kind.SLICES) {
      names = Slices.withUnit(definitions, definitions.shape(of));
    }
    return Equality.of(names, title().text(), formula, names.read(other, "equalTo"));
  }

  /** Its value; for slices see {@link #slicesAt}. */
  public Quantity at(Object... namesAndValues) {
    if (kind == Kind.SLICES) {
      throw new NablaException(
          "d%s/d%s has three indices. slicesAt(...) shows its slices.".formatted(of, by));
    }
    Values values = Given.values(definitions, Given.pairs(namesAndValues));
    Derivative sized = this;
    if (values.definitions() != definitions) {
      sized = of(values.definitions(), of, by);
      sized = transposed ? sized.layout(true) : sized;
    }
    SimpleMatrix result = Evaluate.value(sized.formula, values.everything());
    return Tables.quantity(title(), result, note());
  }

  /** The derivative of a column by a matrix at values: one slice for each entry of the column. */
  public Jacobian slicesAt(Object... namesAndValues) {
    return Slices.at(Given.values(definitions, Given.pairs(namesAndValues)), of, by);
  }

  /** How it comes about: the gradient at each name on the way; for slices, by indices. */
  public Derivation explain() {
    return new Derivation(
        kind == Kind.SLICES
            ? Slices.proof(definitions, of, by, title())
            : Explain.derivative(definitions, of, by, this));
  }

  Notation title() {
    return earlier.isEmpty()
        ? Tables.derivative(Names.notation(of), Names.notation(by), isOrdinary())
        : HigherOrder.title(base, earlier, by);
  }

  /** An upright d: there is no other input. */
  private boolean isOrdinary() {
    return new Dependencies(definitions, of, by).areAll();
  }

  private String shape() {
    return formula.shape().words();
  }

  private String note() {
    return transposed ? kind == Kind.GRADIENT ? "numerator layout" : "denominator layout" : "";
  }

  Notation written() {
    return Script.notation(formula);
  }

  /** {@code df/dW = -2 r phi'(z) x^T, n x d}. */
  Notation equation() {
    Notation equation = Tables.equation(title(), Script.notation(formula));
    if (formula.isNumber()) {
      return equation;
    }
    String note = transposed ? ", " + note() : "";
    return Tables.join(
        equation, Tables.plain(", "), Tables.shape(formula.shape()), Tables.plain(note));
  }

  /** The formula, and the names in it that have formulas themselves. */
  @Override
  public View view() {
    if (kind == Kind.SLICES) {
      return Slices.view(definitions, of, by, title(), formula);
    }
    Notation meanings = Where.of(definitions, formula);
    return Tables.line(
        meanings == null ? equation() : Tables.join(equation(), Tables.plain(", with "), meanings));
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
