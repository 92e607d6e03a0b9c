package dev.nabla.graph.algebra;

import static dev.nabla.graph.algebra.Expressions.negate;
import static dev.nabla.graph.algebra.Expressions.sumOfEntries;

import dev.nabla.display.Notation;
import java.util.ArrayList;
import java.util.List;

/** Sums, differences, negatives, and the larger of two. */
public final class Sums {
  private static final String TO_ALL = "To add %s to every column: %s ones(1, ";

  public static final Operation ADD =
      new Operation(
          "add",
          new Notation("+", "+", "+"),
          Sums::sumShape,
          new Sum(),
          (node, gradient, input) -> reach(node, gradient, input),
          Sums::writeSum,
          "add distributes: every term gets the gradient of the sum");

  public static final Operation SUBTRACT =
      new Operation(
          "subtract",
          new Notation("-", "−", "-"),
          Sums::sumShape,
          new Difference(),
          (node, gradient, input) -> reach(node, input == 0 ? gradient : negate(gradient), input),
          Sums::writeDifference,
          "subtract distributes: the first gets the gradient, the second its negative");

  public static final Operation NEGATE =
      new Operation(
          "negate",
          new Notation("-", "−( )", "-(\\;)"),
          inputs -> inputs.get(0).shape(),
          new Negative(),
          (node, gradient, input) -> negate(gradient),
          node -> sign("-", Script.of(node.input(0)).within(Script.PRODUCT)),
          "minus turns the sign of the gradient around");

  /** The larger of two numbers; where they are equal, the second counts. */
  public static final Operation MAXIMUM =
      new Operation(
          "max",
          new Notation("max", "max", "\\max"),
          Sums::sumShape,
          new Maximum(),
          (node, gradient, input) -> {
            Expression gap = Expressions.subtract(node.input(0), node.input(1));
            Expression first = Apply.of(Functions.RELU.operation(1), gap);
            Expression share = input == 0 ? first : Expressions.subtract(Constant.ONE, first);
            return Expressions.entrywise(List.of(share, gradient));
          },
          node -> Script.call(new Notation("max", "max", "\\max"), node.inputs()),
          "max routes: the larger input gets the whole gradient, the other nothing");

  private Sums() {}

  private static Shape sumShape(List<Expression> inputs) {
    Expression first = inputs.get(0);
    for (Expression input : inputs) {
      if (!(input instanceof Constant)) {
        first = input;
        break;
      }
    }
    for (Expression input : inputs) {
      if (!(input instanceof Constant) && !input.shape().equals(first.shape())) {
        throw Mismatch.of(first, "+", input, "A sum needs equal shapes." + addHint(first, input));
      }
    }
    return first.shape();
  }

  private static String addHint(Expression first, Expression second) {
    if (first.shape().transposed().equals(second.shape())) {
      return " Did you mean " + Script.of(second).within(Script.ATOM).text() + "^T?";
    }
    if (second.shape().isColumn() && second.shape().rows().equals(first.shape().rows())) {
      return " " + TO_ALL.replace("%s", second.toString()) + first.shape().columns() + ").";
    }
    return "";
  }

  /** A constant beside matrices stands for all entries, so it gets the sum over them. */
  private static Expression reach(Apply node, Expression gradient, int input) {
    return node.input(input).isNumber() && !node.isNumber() ? sumOfEntries(gradient) : gradient;
  }

  static Script sign(String sign, Notation term) {
    return new Script(
        new Notation(sign + term.text(), sign.replace("-", "−") + term.html(), sign + term.latex()),
        Script.SUM);
  }

  private static Script writeSum(Apply node) {
    List<Notation> terms = new ArrayList<>();
    for (Expression term : node.inputs()) {
      boolean minus = term instanceof Apply apply && apply.is(NEGATE);
      boolean negative = term instanceof Constant c && c.value().signum() < 0;
      Expression size = term;
      if (minus) {
        size = ((Apply) term).input(0);
      } else if (negative) {
        size = new Constant(((Constant) term).value().negate());
      }
      Notation written = Script.of(size).within(minus ? Script.ENTRYWISE : Script.SUM);
      String sign = minus || negative ? "-" : "+";
      if (terms.isEmpty()) {
        terms.add(sign.equals("-") ? sign("-", written).notation() : written);
      } else {
        terms.add(sign(" " + sign + " ", written).notation());
      }
    }
    return new Script(Script.join(terms, ""), Script.SUM);
  }

  private static Script writeDifference(Apply node) {
    Notation left = Script.of(node.input(0)).notation();
    Notation right = sign(" - ", Script.of(node.input(1)).within(Script.ENTRYWISE)).notation();
    return new Script(Script.join(List.of(left, right), ""), Script.SUM);
  }

  private static final class Sum implements Entrywise {
    @Override
    public double forward(double[] v, int[] in) {
      double sum = v[in[0]] + v[in[1]];
      for (int i = 2; i < in.length; i++) {
        sum += v[in[i]];
      }
      return sum;
    }

    @Override
    public void backward(double[] v, double[] g, int[] in, int out) {
      double gradient = g[out];
      for (int i : in) {
        g[i] += gradient;
      }
    }
  }

  private static final class Difference implements Entrywise {
    @Override
    public double forward(double[] v, int[] in) {
      return v[in[0]] - v[in[1]];
    }

    @Override
    public void backward(double[] v, double[] g, int[] in, int out) {
      g[in[0]] += g[out];
      g[in[1]] -= g[out];
    }
  }

  private static final class Negative implements Entrywise {
    @Override
    public double forward(double[] v, int[] in) {
      return -v[in[0]];
    }

    @Override
    public void backward(double[] v, double[] g, int[] in, int out) {
      g[in[0]] -= g[out];
    }
  }

  private static final class Maximum implements Entrywise {
    @Override
    public double forward(double[] v, int[] in) {
      return Math.max(v[in[0]], v[in[1]]);
    }

    @Override
    public void backward(double[] v, double[] g, int[] in, int out) {
      g[v[in[0]] > v[in[1]] ? in[0] : in[1]] += g[out];
    }
  }
}
