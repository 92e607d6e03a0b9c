package dev.nabla.graph.formula;

import dev.nabla.graph.algebra.Function;
import dev.nabla.graph.algebra.Functions;
import dev.nabla.graph.algebra.Mapping;
import dev.nabla.graph.algebra.Shape;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the names of a text mean.
 *
 * @param shapes of inputs and of named formulas
 * @param functions of one number, declared with {@code phi: R -> R}
 * @param mappings of vectors, declared with {@code f: R^n -> R^m}
 * @param declared names with a shape in the text
 * @param values names that are used as a value somewhere
 * @param sizes numbers that are known for letters of shapes
 * @param closed true if no other names are allowed
 */
public record Scope(
    Map<String, Shape> shapes,
    Map<String, Function> functions,
    Map<String, Mapping> mappings,
    Set<String> declared,
    Set<String> values,
    Map<String, Integer> sizes,
    boolean closed) {

  static Scope open(Map<String, Integer> sizes) {
    return new Scope(
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        sizes,
        false);
  }

  /** The same names, the letters of shapes among them, and no others. */
  public Scope closedCopy() {
    Set<String> all = new LinkedHashSet<>(values);
    for (Shape shape : shapes.values()) {
      all.add(shape.rows());
      all.add(shape.columns());
    }
    return new Scope(shapes, functions, mappings, declared, all, sizes, true);
  }

  /** The same with other shapes. */
  public Scope withShapes(Map<String, Shape> others) {
    return new Scope(others, functions, mappings, declared, values, sizes, closed);
  }

  boolean isValue(String name) {
    return shapes.containsKey(name) || values.contains(name);
  }

  /** A function of one number; null if the name is none. A value hides a function. */
  Function function(String name) {
    if (functions.containsKey(name)) {
      return functions.get(name);
    }
    return isValue(name) ? null : Functions.byName().get(name);
  }

  Shape shape(String name) {
    return shapes.getOrDefault(name, Shape.NUMBER);
  }
}
