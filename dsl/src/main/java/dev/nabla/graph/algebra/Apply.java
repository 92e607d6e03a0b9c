package dev.nabla.graph.algebra;

import dev.nabla.message.NablaException;
import java.util.List;

/** An operation applied to its inputs; the shape rule has been checked. */
public final class Apply implements Expression {
  /** Deeper formulas are refused, so that no walk over a formula can overflow the stack. */
  public static final int DEEPEST = 500;

  private final Operation operation;
  private final List<Expression> inputs;
  private final Shape shape;
  private final int depth;
  private final int size;
  private final int hash;

  private Apply(Operation operation, List<Expression> inputs, Shape shape) {
    this.operation = operation;
    this.inputs = inputs;
    this.shape = shape;
    int deepest = 0;
    long parts = 1;
    for (Expression input : inputs) {
      deepest = Math.max(deepest, input.depth());
      parts += input.size();
    }
    this.depth = deepest + 1;
    this.size = (int) Math.min(parts, Integer.MAX_VALUE);
    this.hash = 31 * operation.name().hashCode() + inputs.hashCode();
  }

  /**
   * Throws {@link NablaException} if the shapes do not fit, naming the inputs and their shapes, or
   * if the formula gets deeper than {@link #DEEPEST}.
   */
  public static Apply of(Operation operation, List<Expression> inputs) {
    Apply apply =
        new Apply(operation, List.copyOf(inputs), operation.shape().of(List.copyOf(inputs)));
    if (apply.depth > DEEPEST) {
      throw new NablaException(
          "a formula is more than "
              + DEEPEST
              + " operations deep. Give a part of it a name of its own, on a line of its own.");
    }
    return apply;
  }

  public static Apply of(Operation operation, Expression... inputs) {
    return of(operation, List.of(inputs));
  }

  public Operation operation() {
    return operation;
  }

  /** True for this operation, whatever its inputs. */
  public boolean is(Operation other) {
    return operation == other;
  }

  @Override
  public List<Expression> inputs() {
    return inputs;
  }

  public Expression input(int i) {
    return inputs.get(i);
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public int depth() {
    return depth;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Apply that
            && hash == that.hash
            && operation.name().equals(that.operation.name())
            && shape.equals(that.shape)
            && inputs.equals(that.inputs);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return Script.of(this).text();
  }
}
