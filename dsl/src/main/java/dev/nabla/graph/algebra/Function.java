package dev.nabla.graph.algebra;

import dev.nabla.display.Notation;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A function of one number, used on each entry of a matrix.
 *
 * @param name as typed
 * @param written its name in the three scripts
 * @param curve its numbers; null if it is only declared
 * @param slope its derivative as a formula of its argument; null if that has no other name than
 *     {@code name'}
 */
public record Function(
    String name, Notation written, Curve curve, UnaryOperator<Expression> slope) {

  /** A function known by its name alone, such as {@code phi: R -> R}. */
  public static Function declared(String name) {
    return new Function(name, Names.notation(name), null, null);
  }

  /** The function ({@code primes} = 0) or one of its derivatives as an operation. */
  public Operation operation(int primes) {
    String marks = "'".repeat(primes);
    return new Operation(
        name + marks,
        primed(marks),
        inputs -> inputs.get(0).shape(),
        new CurveRule(this, primes),
        (node, gradient, input) -> pull(primes, node.input(0), gradient),
        node -> Script.call(primed(marks), node.inputs()),
        "a function: each entry gets its gradient times its slope, " + name + marks + "'");
  }

  private Notation primed(String marks) {
    return new Notation(
        written.text() + marks, written.html() + marks.replace("'", "′"), written.latex() + marks);
  }

  private Expression pull(int primes, Expression argument, Expression gradient) {
    if (!argument.isNumber()) {
      Expression slopes = Apply.of(operation(primes + 1), argument);
      return Expressions.entrywise(List.of(slopes, gradient));
    }
    return Expressions.times(gradient, derivative(primes + 1, argument));
  }

  /** The derivative of this order as a formula, where one is known; else with primes. */
  Expression derivative(int order, Expression argument) {
    if (slope == null) {
      return Apply.of(operation(order), argument);
    }
    Symbol t = Symbol.number("t");
    Expression formula = slope.apply(t);
    for (int k = 1; k < order; k++) {
      formula = Simplify.simplify(Differentiate.derivative(formula, t));
    }
    return Substitute.in(formula, t, argument);
  }

  /** The numbers of a function; another curve may stand in for a declared one. */
  public record CurveRule(Function function, int primes) implements Entrywise {

    public CurveRule with(Curve curve) {
      return new CurveRule(
          new Function(function.name, function.written, curve, function.slope), primes);
    }

    @Override
    public double forward(double[] v, int[] in) {
      return at(primes, v[in[0]]);
    }

    @Override
    public void backward(double[] v, double[] g, int[] in, int out) {
      g[in[0]] += g[out] * at(primes + 1, v[in[0]]);
    }

    private double at(int order, double x) {
      if (order <= 1 || function.slope == null) {
        return function.curve.at(order, x);
      }
      return Evaluate.number(function.derivative(order, Symbol.number("t")), "t", x);
    }
  }
}
