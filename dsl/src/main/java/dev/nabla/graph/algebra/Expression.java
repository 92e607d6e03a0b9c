package dev.nabla.graph.algebra;

import java.util.List;

/**
 * A formula as a tree: a constant, a name, or an operation applied to formulas. Immutable; two
 * formulas are equal if they are built alike. {@code toString} is text the parser reads back.
 */
public sealed interface Expression permits Constant, Symbol, Apply {
  Shape shape();

  /** What the operation is applied to; empty for constants and names. */
  List<Expression> inputs();

  /** The longest way down; 0 for constants and names. */
  int depth();

  /** The number of constants, names and operations in it. */
  int size();

  default boolean isNumber() {
    return shape().isNumber();
  }
}
