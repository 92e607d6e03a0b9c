package dev.nabla.graph.algebra;

import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/**
 * What the names of a formula stand for.
 *
 * @param values of inputs and of named formulas
 * @param curves of functions of one number
 * @param fields of functions of vectors
 * @param sizes of the letters in shapes
 */
public record Bindings(
    Map<String, SimpleMatrix> values,
    Map<String, Curve> curves,
    Map<String, Mapping.Field> fields,
    Map<String, Integer> sizes) {

  public static Bindings empty() {
    return new Bindings(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
  }

  /** The rule of an operation, with numbers for a declared function. */
  public Rule rule(Operation operation) {
    if (operation.rule() instanceof Function.CurveRule rule
        && curves.containsKey(rule.function().name())) {
      return rule.with(curves.get(rule.function().name()));
    }
    if (operation.rule() instanceof Mapping.FieldRule rule && fields.containsKey(rule.name())) {
      return rule.with(fields.get(rule.name()));
    }
    return operation.rule();
  }
}
