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
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** The functions a formula may use without declaring them. A new one is one new entry. */
public final class Functions {
  private static final Map<String, Function> BY_NAME = new LinkedHashMap<>();

  /** Names with a command of their own in LaTeX. */
  private static final Set<String> COMMANDS = Set.of("exp", "log", "sin", "cos", "tan", "tanh");

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
          new Notation("sigmoid", "σ", "\\sigma"),
          Functions::sigmoid,
          x -> timesOneMinus(sigmoid(x)),
          u -> times(call("sigmoid", u), subtract(Constant.ONE, call("sigmoid", u))));

  /** max(x, 0); its slope at 0 is 0. */
  public static final Function RELU = kinked("relu", x -> x > 0 ? x : 0, x -> x > 0 ? 1 : 0);

  /** The size of x; its slope at 0 is 0. */
  public static final Function ABS = kinked("abs", Math::abs, Math::signum);

  static {
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
    return entry(written(name), value, slope, slopeFormula);
  }

  private static Function entry(
      Notation written,
      DoubleUnaryOperator value,
      DoubleUnaryOperator slope,
      UnaryOperator<Expression> slopeFormula) {
    Curve curve = (order, x) -> (order == 0 ? value : slope).applyAsDouble(x);
    return offered(new Function(written.text(), written, curve, slopeFormula));
  }

  private static Function kinked(
      String name, DoubleUnaryOperator value, DoubleUnaryOperator slope) {
    Curve curve = (order, x) -> order > 1 ? 0 : (order == 0 ? value : slope).applyAsDouble(x);
    return offered(new Function(name, written(name), curve, null));
  }

  private static Function offered(Function function) {
    BY_NAME.put(function.name(), function);
    return function;
  }

  private static Notation written(String name) {
    String latex = COMMANDS.contains(name) ? "\\" + name : "\\operatorname{" + name + "}";
    return new Notation(name, name, latex);
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
