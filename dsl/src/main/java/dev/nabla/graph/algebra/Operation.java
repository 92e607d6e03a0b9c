package dev.nabla.graph.algebra;

import dev.nabla.display.Notation;
import java.util.List;

/**
 * One operation, everything about it in one place. A new operation is one new record, entered in
 * the file of its family ({@link Sums}, {@link Products}, {@link Powers}, {@link MatrixOperations},
 * {@link Functions}). {@link Simplify} rewrites the arithmetic it knows and leaves any other
 * operation as it is written.
 *
 * @param name one word, such as {@code multiply}
 * @param sign what its node shows in a drawing
 * @param shape the shape of the result, or an error that names the inputs
 * @param rule the forward and the backward rule in numbers
 * @param derivative the backward rule in symbols
 * @param form how it is written
 * @param sentence what it does to the gradient, in words
 */
public record Operation(
    String name,
    Notation sign,
    ShapeRule shape,
    Rule rule,
    Derivative derivative,
    Form form,
    String sentence) {

  /** The shape of the result; throws a NablaException if the inputs do not fit together. */
  @FunctionalInterface
  public interface ShapeRule {
    Shape of(List<Expression> inputs);
  }

  /**
   * What one input receives from the gradient of the result: its local partial times {@code
   * gradient}, in the shape of the input.
   */
  @FunctionalInterface
  public interface Derivative {
    Expression pull(Apply node, Expression gradient, int input);
  }

  /** How the operation is written. */
  @FunctionalInterface
  public interface Form {
    Script write(Apply node);
  }

  @Override
  public String toString() {
    return name;
  }
}
