package dev.nabla.graph;

import dev.nabla.graph.algebra.Apply;
import dev.nabla.graph.algebra.Constant;
import dev.nabla.graph.algebra.Entrywise;
import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.Symbol;
import dev.nabla.graph.formula.Definitions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The operations of a graph in the order in which they run. Each input, constant and operation has
 * a place; what occurs twice has one place.
 */
final class Program {
  private static final int[] NONE = {};
  private final List<Expression> places = new ArrayList<>();
  private final List<int[]> inputs = new ArrayList<>();
  private final Map<Expression, Integer> placeOf = new HashMap<>();
  private final Map<String, Integer> named = new LinkedHashMap<>();
  private final Map<Integer, String> names = new HashMap<>();

  Program(Definitions definitions) {
    definitions.inputs().forEach((name, shape) -> name(name, add(new Symbol(name, shape), NONE)));
    definitions.formulas().forEach((name, formula) -> name(name, place(formula)));
  }

  private void name(String name, int place) {
    named.put(name, place);
    names.putIfAbsent(place, name);
  }

  private int add(Expression expression, int[] in) {
    placeOf.put(expression, places.size());
    places.add(expression);
    inputs.add(in);
    return places.size() - 1;
  }

  private int place(Expression expression) {
    if (expression instanceof Symbol symbol) {
      return named.get(symbol.name());
    }
    Integer known = placeOf.get(expression);
    if (known != null) {
      return known;
    }
    int[] in = new int[expression.inputs().size()];
    for (int i = 0; i < in.length; i++) {
      in[i] = place(expression.inputs().get(i));
    }
    return add(expression, in);
  }

  int size() {
    return places.size();
  }

  /** The input, constant or operation at a place. */
  Expression at(int place) {
    return places.get(place);
  }

  /** The places of the inputs of an operation. */
  int[] inputs(int place) {
    return inputs.get(place);
  }

  int placeOf(String name) {
    return named.get(name);
  }

  /** The name of the formula or input at a place; null if it has none. */
  String nameOf(int place) {
    return names.get(place);
  }

  boolean isOperation(int place) {
    return places.get(place) instanceof Apply;
  }

  /** A number that is written in a formula, or a matrix of ones. */
  boolean isFixed(int place) {
    return places.get(place).inputs().isEmpty() && !(places.get(place) instanceof Symbol);
  }

  /** True if every value is a number. */
  boolean isScalar() {
    return places.stream()
        .allMatch(
            place ->
                place.isNumber()
                    && (!(place instanceof Apply apply)
                        || apply.operation().rule() instanceof Entrywise));
  }

  /** The constant at a place; null if there is none. */
  Constant constant(int place) {
    return places.get(place) instanceof Constant constant ? constant : null;
  }
}
