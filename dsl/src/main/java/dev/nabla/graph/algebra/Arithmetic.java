package dev.nabla.graph.algebra;

import static dev.nabla.graph.algebra.Expressions.divide;
import static dev.nabla.graph.algebra.Expressions.negate;
import static dev.nabla.graph.algebra.Expressions.power;
import static dev.nabla.graph.algebra.Expressions.sumOfEntries;
import static dev.nabla.graph.algebra.Expressions.times;

import dev.nabla.display.Notation;
import java.util.ArrayList;
import java.util.List;

/** Sums, products, quotients and powers. */
public final class Arithmetic {
  private static final String TO_ALL = "To add %s to every column: %s u^T, with u all ones.";

  public static final Operation ADD =
      new Operation(
          "add",
          "+",
          Arithmetic::sumShape,
          new Sum(),
          (node, gradient, input) -> reach(node, gradient, input),
          Arithmetic::writeSum,
          "add distributes: every term gets the gradient of the sum");

  public static final Operation SUBTRACT =
      new Operation(
          "subtract",
          "−",
          Arithmetic::sumShape,
          new Difference(),
          (node, gradient, input) ->
              reach(node, input == 0 ? gradient : negate(gradient), input),
          Arithmetic::writeDifference,
          "subtract distributes: the first gets the gradient, the second its negative");

  public static final Operation NEGATE =
      new Operation(
          "negate",
          "−( )",
          inputs -> inputs.get(0).shape(),
          new Negative(),
          (node, gradient, input) -> negate(gradient),
          node -> sign("-", Script.of(node.input(0)).within(Script.PRODUCT)),
          "minus turns the sign of the gradient around");

  /** Numbers with numbers, a number with a matrix, or matrices entry by entry. */
  public static final Operation MULTIPLY =
      new Operation(
          "multiply",
          "×",
          Arithmetic::entrywiseShape,
          new Product(),
          Arithmetic::pullFactor,
          Arithmetic::writeFactors,
          "multiply swaps: each factor gets the gradient times the other factors");

  public static final Operation DIVIDE =
      new Operation(
          "divide",
          "/",
          Arithmetic::quotientShape,
          new Quotient(),
          (node, gradient, input) ->
              input == 0
                  ? divide(gradient, node.input(1))
                  : negate(
                      divide(
                          inner(node.input(0), gradient),
                          power(node.input(1), Constant.of(2)))),
          Arithmetic::writeQuotient,
          "divide: above the bar the gradient is divided, below it is times -above/below^2");

  /** u^c with a constant exponent. */
  public static final Operation POWER =
      new Operation(
          "power",
          "^",
          Arithmetic::powerShape,
          new Power(),
          (node, gradient, input) -> {
            Rational exponent = ((Constant) node.input(1)).value();
            Expression lower =
                power(node.input(0), new Constant(exponent.plus(Rational.of(-1))));
            return times(new Constant(exponent), lower, gradient);
          },
          Arithmetic::writePower,
          "power: the exponent comes down, then one power less");

  /** u^v where v is not a constant. */
  public static final Operation EXPONENTIAL =
      new Operation(
          "exponential",
          "^",
          Arithmetic::powerShape,
          new Exponential(),
          (node, gradient, input) -> {
            Expression u = node.input(0);
            Expression v = node.input(1);
            return input == 0
                ? times(v, power(u, Expressions.subtract(v, Constant.ONE)), gradient)
                : times(node, Apply.of(Functions.LOG.operation(0), u), gradient);
          },
          Arithmetic::writePower,
          "exponential: by the base like a power, by the exponent times log of the base");

  /** The larger of two numbers; where they are equal, the second counts. */
  public static final Operation MAXIMUM =
      new Operation(
          "max",
          "max",
          Arithmetic::sumShape,
          new Maximum(),
          (node, gradient, input) -> {
            Expression gap = Expressions.subtract(node.input(0), node.input(1));
            Expression first = Apply.of(Functions.RELU.operation(1), gap);
            Expression share = input == 0 ? first : Expressions.subtract(Constant.ONE, first);
            return Expressions.entrywise(List.of(share, gradient));
          },
          node -> Script.call(new Notation("max", "max", "\\max"), node.inputs()),
          "max routes: the larger input gets the whole gradient, the other nothing");

  private Arithmetic() {}

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
      return " " + TO_ALL.replace("%s", second.toString());
    }
    return "";
  }

  /** A constant beside matrices stands for all entries, so it gets the sum over them. */
  private static Expression reach(Apply node, Expression gradient, int input) {
    return node.input(input).isNumber() && !node.isNumber() ? sumOfEntries(gradient) : gradient;
  }

  private static Shape entrywiseShape(List<Expression> inputs) {
    Expression matrix = null;
    for (Expression input : inputs) {
      if (input.isNumber()) {
        continue;
      }
      if (matrix == null) {
        matrix = input;
      } else if (!matrix.shape().equals(input.shape())) {
        throw Mismatch.of(
            matrix, ".*", input, "A product entry by entry needs equal shapes.");
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
    numbers.add(rest);
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
      throw Mismatch.of(
          inputs.get(0), "/", inputs.get(1), "One can only divide by a number.");
    }
    return inputs.get(0).shape();
  }

  private static Shape powerShape(List<Expression> inputs) {
    Expression base = inputs.get(0);
    Expression exponent = inputs.get(1);
    if (!base.isNumber()) {
      String hint =
          base.shape().isVector()
              ? " Write ||" + base + "||^2 for its squared length, or ("
              : " Write (";
      throw Mismatch.of(
          base,
          "^",
          exponent,
          "Only a number has powers."
              + hint
              + base
              + ") .* ("
              + base
              + ") entry by entry.");
    }
    if (!exponent.isNumber()) {
      throw Mismatch.of(base, "^", exponent, "An exponent is a number.");
    }
    return Shape.NUMBER;
  }

  static Script sign(String sign, Notation term) {
    return new Script(
        new Notation(
            sign + term.text(), sign.replace("-", "−") + term.html(), sign + term.latex()),
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

  private static Script writeFactors(Apply node) {
    List<Expression> numbers = new ArrayList<>();
    List<Expression> matrices = new ArrayList<>();
    node.inputs().forEach(input -> (input.isNumber() ? numbers : matrices).add(input));
    if (matrices.size() <= 1) {
      numbers.addAll(matrices);
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

  private static Script writePower(Apply node) {
    return Script.raised(node.input(0), exponent(node.input(1)));
  }

  private static Notation exponent(Expression exponent) {
    Script script = Script.of(exponent);
    return new Notation(
        script.within(Script.ATOM).text(), script.notation().html(), script.notation().latex());
  }

  private static final class Sum implements Entrywise {
    @Override
    public double forward(double[] v, int[] in) {
      double sum = v[in[0]];
      for (int i = 1; i < in.length; i++) {
        sum += v[in[i]];
      }
      return sum;
    }

    @Override
    public void backward(double[] v, double[] g, int[] in, int out) {
      for (int i : in) {
        g[i] += g[out];
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

  private static final class Product implements Entrywise {
    @Override
    public double forward(double[] v, int[] in) {
      double product = v[in[0]];
      for (int i = 1; i < in.length; i++) {
        product *= v[in[i]];
      }
      return product;
    }

    /** The product of the others is (all before) times (all after), so a factor may be 0. */
    @Override
    public void backward(double[] v, double[] g, int[] in, int out) {
      if (in.length == 2) {
        double first = v[in[0]];
        g[in[0]] += g[out] * v[in[1]];
        g[in[1]] += g[out] * first;
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

  /** 0^0 is 1, and its derivative by the base 0. */
  private static double raise(double base, double exponent) {
    if (exponent == 2) {
      return base * base;
    }
    return exponent == 1 ? base : StrictMath.pow(base, exponent);
  }

  private static final class Power implements Entrywise {
    @Override
    public double forward(double[] v, int[] in) {
      return raise(v[in[0]], v[in[1]]);
    }

    @Override
    public void backward(double[] v, double[] g, int[] in, int out) {
      double exponent = v[in[1]];
      if (exponent != 0) {
        g[in[0]] += g[out] * exponent * raise(v[in[0]], exponent - 1);
      }
    }
  }

  private static final class Exponential implements Entrywise {
    @Override
    public double forward(double[] v, int[] in) {
      return raise(v[in[0]], v[in[1]]);
    }

    @Override
    public void backward(double[] v, double[] g, int[] in, int out) {
      double base = v[in[0]];
      double exponent = v[in[1]];
      if (exponent != 0) {
        g[in[0]] += g[out] * exponent * raise(base, exponent - 1);
      }
      if (v[out] != 0) {
        g[in[1]] += g[out] * v[out] * StrictMath.log(base);
      }
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
