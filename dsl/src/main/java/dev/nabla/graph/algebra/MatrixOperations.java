package dev.nabla.graph.algebra;

import static dev.nabla.graph.algebra.Expressions.divide;
import static dev.nabla.graph.algebra.Expressions.entrywise;
import static dev.nabla.graph.algebra.Expressions.times;
import static dev.nabla.graph.algebra.Expressions.transpose;

import dev.nabla.display.Notation;
import dev.nabla.message.NablaException;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/** Operations that need the whole matrix: products, transposes, sums, traces and norms. */
public final class MatrixOperations {

  /** A B C ..., where neighbors share a size. */
  public static final Operation PRODUCT =
      new Operation(
          "matrix product",
          new Notation("*", "·", "\\cdot"),
          MatrixOperations::productShape,
          rule(
              call -> multiply(call.inputs(), 0, call.inputs().length),
              MatrixOperations::productBackward),
          (node, gradient, input) ->
              times(
                  transpose(part(node, 0, input)),
                  gradient,
                  transpose(part(node, input + 1, node.inputs().size()))),
          node -> Script.product(node.inputs()),
          "a matrix product passes its gradient on through the transposes of the other factors");

  public static final Operation TRANSPOSE =
      new Operation(
          "transpose",
          new Notation("T", "⊤", "\\top"),
          inputs -> inputs.get(0).shape().transposed(),
          rule(
              call -> call.inputs()[0].transpose(),
              (call, value, gradient) -> all(gradient.transpose())),
          (node, gradient, input) -> transpose(gradient),
          node -> Script.raised(node.input(0), new Notation("T", "⊤", "\\top")),
          "transpose turns the gradient over, too");

  public static final Operation SUM =
      new Operation(
          "sum",
          new Notation("sum", "sum", "\\operatorname{sum}"),
          inputs -> Shape.NUMBER,
          rule(
              call -> number(call.inputs()[0].elementSum()),
              (call, value, gradient) -> all(filled(call.inputs()[0], gradient.get(0)))),
          (node, gradient, input) -> times(gradient, Expressions.ones(node.input(0).shape())),
          node -> Script.call(new Notation("sum", "sum", "\\operatorname{sum}"), node.inputs()),
          "sum copies: every entry gets the gradient of the sum");

  public static final Operation TRACE =
      new Operation(
          "trace",
          new Notation("trace", "trace", "\\operatorname{tr}"),
          MatrixOperations::traceShape,
          rule(
              call -> number(call.inputs()[0].trace()),
              (call, value, gradient) ->
                  all(SimpleMatrix.identity(call.inputs()[0].getNumRows()).scale(gradient.get(0)))),
          (node, gradient, input) ->
              times(gradient, Expressions.identity(node.input(0).shape().rows())),
          node -> Script.call(new Notation("trace", "trace", "\\operatorname{tr}"), node.inputs()),
          "trace passes the gradient on to the diagonal only");

  public static final Operation SQUARED_NORM =
      new Operation(
          "squared norm",
          new Notation("|| ||^2", "‖ ‖<sup>2</sup>", "\\lVert\\;\\rVert^{2}"),
          inputs -> Shape.NUMBER,
          rule(
              call -> number(squares(call.inputs()[0])),
              (call, value, gradient) -> all(call.inputs()[0].scale(2 * gradient.get(0)))),
          (node, gradient, input) -> times(Constant.of(2), gradient, node.input(0)),
          node ->
              new Script(
                  new Notation(
                      norm(node).text() + "^2",
                      norm(node).html() + "<sup>2</sup>",
                      norm(node).latex() + "^{2}"),
                  Script.POWER),
          "squared norm: every entry gets twice itself times the gradient");

  public static final Operation NORM =
      new Operation(
          "norm",
          new Notation("|| ||", "‖ ‖", "\\lVert\\;\\rVert"),
          inputs -> Shape.NUMBER,
          rule(
              call -> number(StrictMath.sqrt(squares(call.inputs()[0]))),
              (call, value, gradient) ->
                  all(call.inputs()[0].scale(gradient.get(0) / value.get(0)))),
          (node, gradient, input) -> times(divide(gradient, node), node.input(0)),
          node -> new Script(norm(node), Script.ATOM),
          "norm: every entry gets itself over the norm, times the gradient");

  /** exp(x_i) / sum_j exp(x_j), for each column. */
  public static final Operation SOFTMAX =
      new Operation(
          "softmax",
          new Notation("softmax", "softmax", "\\operatorname{softmax}"),
          MatrixOperations::columnShape,
          rule(
              call -> softmax(call.inputs()[0]),
              (call, value, gradient) -> {
                double inner = value.elementMult(gradient).elementSum();
                return all(value.elementMult(gradient).minus(value.scale(inner)));
              }),
          (node, gradient, input) ->
              Expressions.subtract(
                  entrywise(List.of(node, gradient)),
                  times(times(transpose(node), gradient), node)),
          node ->
              Script.call(
                  new Notation("softmax", "softmax", "\\operatorname{softmax}"), node.inputs()),
          "softmax: every entry gets its probability times (its gradient minus their mean)");

  /** The square matrix with the given column on its diagonal. */
  public static final Operation DIAGONAL =
      new Operation(
          "diag",
          new Notation("diag", "diag", "\\operatorname{diag}"),
          inputs -> new Shape(columnShape(inputs).rows(), columnShape(inputs).rows()),
          rule(
              call -> SimpleMatrix.diag(call.inputs()[0].getDDRM().getData()),
              (call, value, gradient) -> all(gradient.diag())),
          (node, gradient, input) ->
              times(
                  entrywise(List.of(gradient, Expressions.identity(node.shape().rows()))),
                  Expressions.ones(node.input(0).shape())),
          node -> Script.call(new Notation("diag", "diag", "\\operatorname{diag}"), node.inputs()),
          "diag passes the diagonal of the gradient on");

  private MatrixOperations() {}

  /** Every entry 1. */
  public static Operation ones(Shape shape) {
    String size = shape.rows() + (shape.isColumn() ? "" : ", " + shape.columns());
    return constant(
        "ones",
        shape,
        rule(
            call -> filled(new SimpleMatrix(call.rows(), call.columns()), 1),
            (call, value, gradient) -> all()),
        new Notation("ones(" + size + ")", "<b>1</b>", "\\mathbf{1}"));
  }

  /** 1 on the diagonal, 0 elsewhere. */
  public static Operation identity(String size) {
    return constant(
        "identity",
        new Shape(size, size),
        rule(call -> SimpleMatrix.identity(call.rows()), (call, value, gradient) -> all()),
        new Notation("identity(" + size + ")", "I", "I"));
  }

  private static Operation constant(String name, Shape shape, Rule rule, Notation written) {
    return new Operation(
        name,
        written,
        inputs -> shape,
        rule,
        (node, gradient, input) -> gradient,
        node -> new Script(written, Script.ATOM),
        "a constant takes no gradient");
  }

  private static Shape productShape(List<Expression> inputs) {
    for (int i = 1; i < inputs.size(); i++) {
      String columns = inputs.get(i - 1).shape().columns();
      String rows = inputs.get(i).shape().rows();
      if (!columns.equals(rows)) {
        throw Mismatch.of(
            inputs.get(i - 1),
            "",
            inputs.get(i),
            columns
                + " is not "
                + rows
                + ": the columns of the left must match the rows of the right."
                + productHint(inputs.get(i - 1), inputs.get(i)));
      }
    }
    return new Shape(inputs.get(0).shape().rows(), inputs.get(inputs.size() - 1).shape().columns());
  }

  private static String productHint(Expression left, Expression right) {
    if (left.shape().equals(right.shape())) {
      return " Entry by entry: " + left + " .* " + right + ".";
    }
    String rows = right.shape().rows();
    return left.shape().rows().equals(rows)
        ? " Did you mean " + Script.of(left).within(Script.ATOM).text() + "^T?"
        : "";
  }

  private static Shape traceShape(List<Expression> inputs) {
    Shape shape = inputs.get(0).shape();
    if (!shape.rows().equals(shape.columns())) {
      throw new NablaException(
          "trace(%s): %s is %s, and only a square matrix has a trace."
              .formatted(inputs.get(0), inputs.get(0), shape));
    }
    return Shape.NUMBER;
  }

  private static Shape columnShape(List<Expression> inputs) {
    Shape shape = inputs.get(0).shape();
    if (!shape.isColumn()) {
      throw new NablaException(
          "%s is %s, but a column is needed here.".formatted(inputs.get(0), shape));
    }
    return shape;
  }

  private static Notation norm(Apply node) {
    return Script.between("||", node.input(0), "||", "\\lVert ", " \\rVert").notation();
  }

  private static Expression part(Apply node, int from, int to) {
    return times(node.inputs().subList(from, to));
  }

  private static SimpleMatrix[] productBackward(
      Rule.Call call, SimpleMatrix value, SimpleMatrix gradient) {
    SimpleMatrix[] inputs = call.inputs();
    SimpleMatrix[] gradients = new SimpleMatrix[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      SimpleMatrix result = gradient;
      if (i > 0) {
        result = multiply(inputs, 0, i).transpose().mult(result);
      }
      if (i + 1 < inputs.length) {
        result = result.mult(multiply(inputs, i + 1, inputs.length).transpose());
      }
      gradients[i] = result;
    }
    return gradients;
  }

  private static SimpleMatrix multiply(SimpleMatrix[] factors, int from, int to) {
    SimpleMatrix product = factors[from];
    for (int i = from + 1; i < to; i++) {
      product = product.mult(factors[i]);
    }
    return product;
  }

  private static double squares(SimpleMatrix matrix) {
    return matrix.elementMult(matrix).elementSum();
  }

  private static SimpleMatrix softmax(SimpleMatrix x) {
    double largest = x.elementMax();
    SimpleMatrix powers = new SimpleMatrix(x.getNumRows(), 1);
    for (int i = 0; i < x.getNumRows(); i++) {
      powers.set(i, StrictMath.exp(x.get(i) - largest));
    }
    return powers.divide(powers.elementSum());
  }

  private static SimpleMatrix filled(SimpleMatrix like, double value) {
    SimpleMatrix result = new SimpleMatrix(like.getNumRows(), like.getNumCols());
    result.fill(value);
    return result;
  }

  private static SimpleMatrix number(double value) {
    return new SimpleMatrix(1, 1, true, value);
  }

  private static SimpleMatrix[] all(SimpleMatrix... gradients) {
    return gradients;
  }

  private static Rule rule(Forward forward, Backward backward) {
    return new Rule() {
      @Override
      public SimpleMatrix forward(Call call) {
        return forward.of(call);
      }

      @Override
      public SimpleMatrix[] backward(Call call, SimpleMatrix value, SimpleMatrix gradient) {
        return backward.of(call, value, gradient);
      }
    };
  }

  private interface Forward {
    SimpleMatrix of(Rule.Call call);
  }

  private interface Backward {
    SimpleMatrix[] of(Rule.Call call, SimpleMatrix value, SimpleMatrix gradient);
  }
}
