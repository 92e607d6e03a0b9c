package dev.nabla.graph.algebra;

import java.util.IdentityHashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/** The value of a formula. */
public final class Evaluate {
  private final Bindings bindings;
  private final Map<Expression, SimpleMatrix> known = new IdentityHashMap<>();

  private Evaluate(Bindings bindings) {
    this.bindings = bindings;
  }

  /** All names of the formula must be bound. */
  public static SimpleMatrix value(Expression formula, Bindings bindings) {
    return new Evaluate(bindings).value(formula);
  }

  /** The value of a formula of one number. */
  static double number(Expression formula, String name, double value) {
    Bindings bindings = Bindings.empty();
    bindings.values().put(name, new SimpleMatrix(1, 1, true, value));
    return value(formula, bindings).get(0);
  }

  private SimpleMatrix value(Expression formula) {
    if (formula instanceof Constant constant) {
      return new SimpleMatrix(1, 1, true, constant.value().doubleValue());
    }
    if (formula instanceof Symbol symbol) {
      return bindings.values().get(symbol.name());
    }
    SimpleMatrix value = known.get(formula);
    if (value == null) {
      Apply apply = (Apply) formula;
      SimpleMatrix[] inputs = apply.inputs().stream().map(this::value).toArray(SimpleMatrix[]::new);
      value =
          bindings.rule(apply.operation()).forward(new Rule.Call(apply, inputs, bindings.sizes()));
      known.put(formula, value);
    }
    return value;
  }
}
