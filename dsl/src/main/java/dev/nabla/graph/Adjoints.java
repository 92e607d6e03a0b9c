package dev.nabla.graph;

import dev.nabla.graph.algebra.Constant;
import dev.nabla.graph.algebra.Differentiate;
import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.Expressions;
import dev.nabla.graph.algebra.Simplify;
import dev.nabla.graph.algebra.Symbol;
import dev.nabla.graph.algebra.Unsupported;
import dev.nabla.graph.formula.Definitions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The backward pass in symbols: what each name between two others receives. */
final class Adjoints {
  private Adjoints() {}

  /**
   * The gradient at every name on the way, from {@code of} down to {@code by}, in the names of the
   * graph.
   *
   * @param seed the gradient at {@code of}
   */
  static Map<String, Expression> of(
      Definitions definitions, String of, Expression seed, String by) {
    Dependencies way = new Dependencies(definitions, of, by);
    Map<String, List<Expression>> received = new LinkedHashMap<>();
    Map<String, Expression> adjoints = new LinkedHashMap<>();
    received.put(of, List.of(seed));
    List<String> names = new ArrayList<>(definitions.formulas().keySet());
    Collections.reverse(names);
    for (String name : names) {
      if (received.containsKey(name) && way.isOnTheWay(name) && !name.equals(by)) {
        Expression gradient = gather(received.get(name));
        adjoints.put(name, gradient);
        for (String needed : way.next(name)) {
          Symbol symbol = new Symbol(needed, definitions.shape(needed));
          Expression part = Differentiate.pull(definitions.formulas().get(name), gradient, symbol);
          received.computeIfAbsent(needed, key -> new ArrayList<>()).add(0, part);
        }
      }
    }
    adjoints.put(by, gather(received.getOrDefault(by, List.of(Constant.ZERO))));
    return adjoints;
  }

  private static Expression gather(List<Expression> parts) {
    Expression sum = Unsupported.unlessTooLong(Expressions.add(parts));
    return Unsupported.unlessTooLong(Simplify.simplify(sum));
  }
}
