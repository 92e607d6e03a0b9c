package dev.nabla.graph.formula;

import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.Shape;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named formulas that build on each other.
 *
 * @param formulas by name; a formula uses only inputs and the names before it
 * @param inputs the names without a formula, in the order in which they appear
 * @param scope all names, functions among them
 * @param text what was typed
 */
public record Definitions(
    Map<String, Expression> formulas, Map<String, Shape> inputs, Scope scope, String text) {

  /** The name of the last formula that was typed. */
  public String last() {
    return formulas.keySet().stream().reduce((first, second) -> second).orElseThrow();
  }

  public boolean isKnown(String name) {
    return formulas.containsKey(name) || inputs.containsKey(name);
  }

  /** The shape of an input or of a formula. */
  public Shape shape(String name) {
    return formulas.containsKey(name) ? formulas.get(name).shape() : inputs.get(name);
  }

  /**
   * Reads a formula in the names of these definitions.
   *
   * @param what the word an error starts with, such as {@code equalTo}
   */
  public Expression read(String formula, String what) {
    return Reader.formula(formula, scope.closedCopy(), what);
  }

  /** The same with one more input. */
  public Definitions withInput(String name, Shape shape) {
    Map<String, Shape> more = new LinkedHashMap<>(inputs);
    more.put(name, shape);
    Map<String, Shape> shapes = new LinkedHashMap<>(scope.shapes());
    shapes.put(name, shape);
    return new Definitions(formulas, more, scope.withShapes(shapes), text);
  }
}
