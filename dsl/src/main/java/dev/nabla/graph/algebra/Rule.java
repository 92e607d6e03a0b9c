package dev.nabla.graph.algebra;

import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/** The forward and the backward rule of an operation in numbers. */
public interface Rule {

  SimpleMatrix forward(Call call);

  /**
   * What each input receives from the gradient of the result.
   *
   * @param value the result of {@link #forward}
   * @param gradient as large as {@code value}
   * @return one matrix for each input, as large as the input
   */
  SimpleMatrix[] backward(Call call, SimpleMatrix value, SimpleMatrix gradient);

  /**
   * One use of an operation.
   *
   * @param node its place in a formula
   * @param inputs not modified
   * @param sizes the number behind each letter of a shape
   */
  record Call(Apply node, SimpleMatrix[] inputs, Map<String, Integer> sizes) {

    /** Rows of the result. */
    public int rows() {
      return size(node.shape().rows());
    }

    /** Columns of the result. */
    public int columns() {
      return size(node.shape().columns());
    }

    private int size(String dimension) {
      Integer size = sizes.get(dimension);
      return size != null ? size : Integer.parseInt(dimension);
    }
  }
}
