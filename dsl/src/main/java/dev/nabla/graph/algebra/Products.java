package dev.nabla.graph.algebra;

import static dev.nabla.graph.algebra.Expressions.divide;
import static dev.nabla.graph.algebra.Expressions.negate;
import static dev.nabla.graph.algebra.Expressions.power;
import static dev.nabla.graph.algebra.Expressions.sumOfEntries;
import static dev.nabla.graph.algebra.Expressions.times;

import dev.nabla.display.Notation;
import java.util.ArrayList;
import java.util.List;

/** Products and quotients. */
public final class Products {
  /** Numbers with numbers, a number with a matrix, or matrices entry by entry. */
  public static final Operation MULTIPLY =
      new Operation(
          "multiply",
          new Notation("*", "×", "\\times"),
          Products::entrywiseShape,
          new Product(),
          Products::pullFactor,
          Products::writeFactors,
          "multiply swaps: each factor gets the gradient times the other factors");

  public static final Operation DIVIDE =
      new Operation(
          "divide",
          new Notation("/", "/", "/"),
          Products::quotientShape,
          new Quotient(),
          (node, gradient, input) ->
              input == 0
                  ? divide(gradient, node.input(1))
                  : negate(
                      divide(inner(node.input(0), gradient), power(node.input(1), Constant.of(2)))),
          Products::writeQuotient,
          "divide: above the bar the gradient is divided, below it is times -above/below^2");

  private Products() {}

  private static Shape entrywiseShape(List<Expression> inputs) {
    Expression matrix = null;
    for (Expression input : inputs) {
      if (input.isNumber()) {
        continue;
      }
      if (matrix == null) {
        matrix = input;
      } else if (!matrix.shape().equals(input.shape())) {
        throw Mismatch.of(matrix, ".*", input, "A product entry by entry needs equal shapes.");
      }
    }
    return matrix == null ? Shape.NUMBER : matrix.shape();
  }

  private static Expression pullFactor(Apply node, Expression gradient, int input) {
    List<Expression> numbers = new ArrayList<>();
    List<Expression> matrices = new ArrayList<>();
    for (int i = 0; i < node.inputs().size(); i++) {
      if (i != input) {
        (node.input(i).isNumber() ? numbers : matrices).add(node.input(i));
      }
    }
    Expression rest;
    if (!node.input(input).isNumber()) {
      matrices.add(gradient);
      rest = Expressions.entrywise(matrices);
    } else if (matrices.isEmpty()) {
      rest = gradient;
    } else {
      rest = inner(Expressions.entrywise(matrices), gradient);
    }
    if (rest.isNumber()) {
      numbers.add(0, rest);
    } else {
      numbers.add(rest);
    }
    return times(numbers);
  }

  /** The sum of the products of entries in the same place. */
  private static Expression inner(Expression a, Expression b) {
    if (a.isNumber()) {
      return times(a, b);
    }
    return a.shape().isColumn()
        ? times(Expressions.transpose(a), b)
        : sumOfEntries(Expressions.entrywise(List.of(a, b)));
  }

  private static Shape quotientShape(List<Expression> inputs) {
    if (!inputs.get(1).isNumber()) {
      throw Mismatch.of(inputs.get(0), "/", inputs.get(1), "One can only divide by a number.");
    }
    return inputs.get(0).shape();
  }

  private static Script writeFactors(Apply node) {
    List<Expression> numbers = new ArrayList<>();
    List<Expression> matrices = new ArrayList<>();
    node.inputs().forEach(input -> (input.isNumber() ? numbers : matrices).add(input));
    if (matrices.size() <= 1) {
      numbers.addAll(matrices);
      splice(numbers);
      return Script.product(numbers);
    }
    List<Notation> written = new ArrayList<>();
    for (Expression matrix : matrices) {
      written.add(Script.of(matrix).within(Script.PRODUCT));
    }
    if (!numbers.isEmpty()) {
      numbers.add(matrices.get(0));
      written.set(0, Script.product(numbers).notation());
    }
    return new Script(Script.join(written, " .* ", " ∘ ", " \\odot "), Script.ENTRYWISE);
  }

  /** 2 (u^T v) at the end of a product is written 2 u^T v. */
  private static void splice(List<Expression> factors) {
    Expression last = factors.get(factors.size() - 1);
    if (last instanceof Apply apply && apply.is(MatrixOperations.PRODUCT)) {
      factors.remove(factors.size() - 1);
      factors.addAll(apply.inputs());
    }
  }

  private static Script writeQuotient(Apply node) {
    Notation above = Script.of(node.input(0)).within(Script.PRODUCT);
    Notation below = Script.of(node.input(1)).within(Script.POWER);
    return new Script(
        new Notation(
            above.text() + "/" + below.text(),
            above.html() + "/" + below.html(),
            "\\frac{"
                + Script.notation(node.input(0)).latex()
                + "}{"
                + Script.notation(node.input(1)).latex()
                + "}"),
        Script.PRODUCT);
  }

  private static final class Product implements Entrywise {
    @Override
    public double forward(double[] v, int[] in) {
      double product = v[in[0]] * v[in[1]];
      for (int i = 2; i < in.length; i++) {
        product *= v[in[i]];
      }
      return product;
    }

    /** The product of the others is (all before) times (all after), so a factor may be 0. */
    @Override
    public void backward(double[] v, double[] g, int[] in, int out) {
      if (in.length == 2) {
        int a = in[0];
        int b = in[1];
        double gradient = g[out];
        g[a] += gradient * v[b];
        g[b] += gradient * v[a];
        return;
      }
      double[] after = new double[in.length];
      after[in.length - 1] = 1;
      for (int i = in.length - 1; i > 0; i--) {
        after[i - 1] = after[i] * v[in[i]];
      }
      double before = g[out];
      for (int i = 0; i < in.length; i++) {
        g[in[i]] += before * after[i];
        before *= v[in[i]];
      }
    }
  }

  private static final class Quotient implements Entrywise {
    @Override
    public double forward(double[] v, int[] in) {
      return v[in[0]] / v[in[1]];
    }

    @Override
    public void backward(double[] v, double[] g, int[] in, int out) {
      g[in[0]] += g[out] / v[in[1]];
      g[in[1]] -= g[out] * v[out] / v[in[1]];
    }
  }
}
