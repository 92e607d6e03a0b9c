package dev.nabla.graph;

import dev.nabla.graph.algebra.Apply;
import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.Function;
import dev.nabla.graph.algebra.Mapping;
import dev.nabla.graph.algebra.Shape;
import dev.nabla.graph.algebra.Symbol;
import dev.nabla.graph.formula.Definitions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each call of a declared function inside another a name of its own, so that paths lead over
 * it: {@code v = f(g(x))} becomes {@code g = g(x), v = f(g)}.
 */
final class NestedCalls {
  private final Map<String, Expression> formulas = new LinkedHashMap<>();
  private final Definitions definitions;

  private NestedCalls(Definitions definitions) {
    this.definitions = definitions;
  }

  static Definitions named(Definitions definitions) {
    NestedCalls calls = new NestedCalls(definitions);
    definitions
        .formulas()
        .forEach((name, formula) -> calls.formulas.put(name, calls.rewritten(formula, false)));
    Map<String, Shape> shapes = new LinkedHashMap<>(definitions.scope().shapes());
    calls.formulas.forEach((name, formula) -> shapes.put(name, formula.shape()));
    return new Definitions(
        calls.formulas,
        definitions.inputs(),
        definitions.scope().withShapes(shapes),
        definitions.text());
  }

  private Expression rewritten(Expression formula, boolean insideCall) {
    if (!(formula instanceof Apply apply)) {
      return formula;
    }
    boolean call = isDeclared(apply);
    List<Expression> inputs = new ArrayList<>();
    for (Expression input : apply.inputs()) {
      inputs.add(rewritten(input, insideCall || call));
    }
    Expression whole = Apply.of(apply.operation(), inputs);
    if (!call || !insideCall) {
      return whole;
    }
    String name = name(apply.operation().name(), whole);
    formulas.put(name, whole);
    return new Symbol(name, whole.shape());
  }

  private String name(String function, Expression call) {
    String name = function;
    for (int i = 2; ; i++) {
      boolean free = !definitions.isKnown(name) && !formulas.containsKey(name);
      if (free || call.equals(formulas.get(name))) {
        return name;
      }
      name = function + "_" + i;
    }
  }

  private static boolean isDeclared(Apply apply) {
    return apply.operation().rule() instanceof Mapping.FieldRule
        || apply.operation().rule() instanceof Function.CurveRule rule
            && rule.function().curve() == null;
  }
}
