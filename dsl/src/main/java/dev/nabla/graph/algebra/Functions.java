package dev.nabla.graph.algebra;

import static dev.nabla.graph.algebra.Expressions.divide;
import static dev.nabla.graph.algebra.Expressions.negate;
import static dev.nabla.graph.algebra.Expressions.power;
import static dev.nabla.graph.algebra.Expressions.subtract;
import static dev.nabla.graph.algebra.Expressions.times;

import dev.nabla.display.Notation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** The functions a formula may use without declaring them. A new one is one new entry. */
public final class Functions {
  public static final Function EXP =
      entry("exp", StrictMath::exp, StrictMath::exp, u -> call("exp", u));

  public static final Function LOG =
      entry("log", StrictMath::log, x -> 1 / x, u -> divide(Constant.ONE, u));

  public static final Function SQRT =
      entry(
          "sqrt",
          StrictMath::sqrt,
          x -> 0.5 / StrictMath.sqrt(x),
          u -> divide(Constant.ONE, times(Constant.of(2), call("sqrt", u))));

  public static final Function SIN =
      entry("sin", StrictMath::sin, StrictMath::cos, u -> call("cos", u));

  public static final Function COS =
      entry("cos", StrictMath::cos, x -> -StrictMath.sin(x), u -> negate(call("sin", u)));

  public static final Function TAN =
      entry(
          "tan",
          StrictMath::tan,
          x -> 1 / (StrictMath.cos(x) * StrictMath.cos(x)),
          u -> divide(Constant.ONE, power(call("cos", u), Constant.of(2))));

  public static final Function TANH =
      entry(
          "tanh",
          StrictMath::tanh,
          x -> oneMinusSquare(StrictMath.tanh(x)),
          u -> subtract(Constant.ONE, power(call("tanh", u), Constant.of(2))));

  public static final Function SIGMOID =
      entry(
          "sigmoid",
          Functions::sigmoid,
          x -> timesOneMinus(sigmoid(x)),
          u -> times(call("sigmoid", u), subtract(Constant.ONE, call("sigmoid", u))));

  /** max(x, 0); its slope at 0 is 0. */
  public static final Function RELU = kinked("relu", x -> x > 0 ? x : 0, x -> x > 0 ? 1 : 0);

  /** The size of x; its slope at 0 is 0. */
  public static final Function ABS = kinked("abs", Math::abs, Math::signum);

  private static final Map<String, Function> BY_NAME = new LinkedHashMap<>();

  static {
    for (Function function :
        new Function[] {EXP, LOG, SQRT, SIN, COS, TAN, TANH, SIGMOID, RELU, ABS}) {
      BY_NAME.put(function.name(), function);
    }
    BY_NAME.put("sigma", SIGMOID);
  }

  private Functions() {}

  /** All names, {@code sigma} among them, which is {@code sigmoid}. */
  public static Map<String, Function> byName() {
    return Collections.unmodifiableMap(BY_NAME);
  }

  private static Function entry(
      String name,
      DoubleUnaryOperator value,
      DoubleUnaryOperator slope,
      UnaryOperator<Expression> slopeFormula) {
    Curve curve = (order, x) -> (order == 0 ? value : slope).applyAsDouble(x);
    return new Function(name, written(name), curve, slopeFormula);
  }

  private static Function kinked(
      String name, DoubleUnaryOperator value, DoubleUnaryOperator slope) {
    Curve curve = (order, x) -> order > 1 ? 0 : (order == 0 ? value : slope).applyAsDouble(x);
    return new Function(name, written(name), curve, null);
  }

  private static Notation written(String name) {
    return switch (name) {
      case "sigmoid" -> new Notation(name, "σ", "\\sigma");
      case "relu", "abs", "sqrt" -> new Notation(name, name, "\\operatorname{" + name + "}");
      default -> new Notation(name, name, "\\" + name);
    };
  }

  private static Expression call(String name, Expression argument) {
    return Apply.of(BY_NAME.get(name).operation(0), argument);
  }

  /** 1 / (1 + exp(-x)), without overflow on either side. */
  private static double sigmoid(double x) {
    if (x >= 0) {
      return 1 / (1 + StrictMath.exp(-x));
    }
    double e = StrictMath.exp(x);
    return e / (1 + e);
  }

  private static double oneMinusSquare(double t) {
    return 1 - t * t;
  }

  private static double timesOneMinus(double s) {
    return s * (1 - s);
  }
}
