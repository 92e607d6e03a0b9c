package dev.nabla.graph.algebra;

import static dev.nabla.graph.algebra.Expressions.power;
import static dev.nabla.graph.algebra.Expressions.times;

import dev.nabla.display.Notation;
import java.util.List;

/** Powers with a constant exponent, and with any other. */
public final class Powers {
  /** u^c with a constant exponent. */
  public static final Operation POWER =
      new Operation(
          "power",
          new Notation("^", "^", "\\wedge"),
          Powers::powerShape,
          new Power(),
          (node, gradient, input) -> {
            Rational exponent = ((Constant) node.input(1)).value();
            Expression lower = power(node.input(0), new Constant(exponent.plus(Rational.of(-1))));
            return times(gradient, new Constant(exponent), lower);
          },
          Powers::writePower,
          "power: the exponent comes down, then one power less");

  /** u^v where v is not a constant. */
  public static final Operation EXPONENTIAL =
      new Operation(
          "exponential",
          new Notation("^", "^", "\\wedge"),
          Powers::powerShape,
          new Exponential(),
          (node, gradient, input) -> {
            Expression u = node.input(0);
            Expression v = node.input(1);
            return input == 0
                ? times(gradient, v, power(u, Expressions.subtract(v, Constant.ONE)))
                : times(gradient, node, Apply.of(Functions.LOG.operation(0), u));
          },
          Powers::writePower,
          "exponential: by the base like a power, by the exponent times log of the base");

  private Powers() {}

  private static Shape powerShape(List<Expression> inputs) {
    Expression base = inputs.get(0);
    Expression exponent = inputs.get(1);
    if (!base.isNumber()) {
      String factor = Script.of(base).within(Script.PRODUCT).text();
      String norm = base.shape().isVector() ? "||" + base + "||^2 for its squared length, or " : "";
      String hint = "Write " + norm + factor + " .* " + factor + " entry by entry.";
      throw Mismatch.of(base, "^", exponent, "Only a number has powers. " + hint);
    }
    if (!exponent.isNumber()) {
      throw Mismatch.of(base, "^", exponent, "An exponent is a number.");
    }
    return Shape.NUMBER;
  }

  private static Script writePower(Apply node) {
    return Script.raised(node.input(0), exponent(node.input(1)));
  }

  private static Notation exponent(Expression exponent) {
    Script script = Script.of(exponent);
    return new Notation(
        script.within(Script.ATOM).text(), script.notation().html(), script.notation().latex());
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
}
