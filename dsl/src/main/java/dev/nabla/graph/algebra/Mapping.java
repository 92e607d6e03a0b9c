package dev.nabla.graph.algebra;

import dev.nabla.display.Notation;
import dev.nabla.message.NablaException;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/**
 * A declared function of vectors, {@code f: R^n -> R^m}: symbols only, with its Jacobian J_f(u), m
 * x n. A function of three numbers may be called with three numbers.
 *
 * @param domain the size of the argument
 * @param range the size of the value
 */
public record Mapping(String name, String domain, String range) {

  /** A function with its Jacobian in numbers. */
  public interface Field {
    SimpleMatrix of(SimpleMatrix u);

    SimpleMatrix jacobian(SimpleMatrix u);
  }

  /** f(u) for a vector u, or f(a, b, c) for as many numbers as the domain has. */
  public Expression call(List<Expression> arguments) {
    return Apply.of(value(), arguments);
  }

  /** J_f(u), range x domain. */
  public Operation jacobian() {
    return new Operation(
        "J_" + name,
        jacobianName(),
        inputs -> new Shape(valueShape(inputs).rows(), domain),
        new FieldRule(name, null, FieldRule.JACOBIAN),
        (node, gradient, input) -> {
          throw Unsupported.derivative(node);
        },
        node -> Script.call(jacobianName(), node.inputs()),
        "a Jacobian");
  }

  /** The partial derivative by the argument with this index, from 1, of a function of numbers. */
  public Operation partial(int index) {
    return new Operation(
        name + "_" + index,
        partialName(index),
        this::valueShape,
        new FieldRule(name, null, index),
        (node, gradient, input) -> {
          throw Unsupported.derivative(node);
        },
        node -> Script.call(partialName(index), node.inputs()),
        "a partial derivative");
  }

  private Operation value() {
    return new Operation(
        name,
        Names.notation(name),
        this::valueShape,
        new FieldRule(name, null, FieldRule.VALUE),
        this::pull,
        node -> Script.call(Names.notation(name), node.inputs()),
        "a function: the gradient goes through the transpose of the Jacobian of " + name);
  }

  private Expression pull(Apply node, Expression gradient, int input) {
    boolean single = node.inputs().size() == 1;
    Operation partial = single ? jacobian() : partial(input + 1);
    return Expressions.times(Expressions.transpose(Apply.of(partial, node.inputs())), gradient);
  }

  private Shape valueShape(List<Expression> arguments) {
    if (arguments.size() == 1 && arguments.get(0).shape().equals(Shape.column(domain))) {
      return Shape.column(range);
    }
    boolean numbers = arguments.stream().allMatch(Expression::isNumber);
    if (numbers && domain.equals(Integer.toString(arguments.size()))) {
      return Shape.column(range);
    }
    String given =
        arguments.size() == 1
            ? arguments.get(0) + " is " + arguments.get(0).shape().words()
            : "it gets " + arguments.size() + " values";
    throw new NablaException(
        "%s: R%s -> R%s takes %s, but %s."
            .formatted(
                name,
                power(domain),
                power(range),
                domain.equals("1") ? "a number" : "a column of " + domain + " numbers",
                given));
  }

  private static String power(String size) {
    return size.equals("1") ? "" : "^" + size;
  }

  private Notation jacobianName() {
    Notation f = Names.notation(name);
    if (domain.equals("1")) {
      return new Notation(f.text() + "'", f.html() + "′", f.latex() + "'");
    }
    return new Notation("J_" + f.text(), "J<sub>" + f.html() + "</sub>", "J_{" + f.latex() + "}");
  }

  private Notation partialName(int index) {
    Notation f = Names.notation(name);
    return new Notation(
        f.text() + "_" + index,
        "∂<sub>" + index + "</sub>" + f.html(),
        "\\partial_{" + index + "} " + f.latex());
  }

  /**
   * The numbers of a declared function.
   *
   * @param field null until values are given
   * @param part {@link #VALUE}, {@link #JACOBIAN}, or the index of a partial derivative
   */
  public record FieldRule(String name, Field field, int part) implements Rule {
    public static final int VALUE = 0;
    public static final int JACOBIAN = -1;

    public FieldRule with(Field values) {
      return new FieldRule(name, values, part);
    }

    @Override
    public SimpleMatrix forward(Call call) {
      SimpleMatrix u = argument(call);
      if (part == VALUE) {
        return field.of(u);
      }
      SimpleMatrix jacobian = field.jacobian(u);
      return part == JACOBIAN ? jacobian : jacobian.extractVector(false, part - 1);
    }

    @Override
    public SimpleMatrix[] backward(Call call, SimpleMatrix value, SimpleMatrix gradient) {
      SimpleMatrix all = field.jacobian(argument(call)).transpose().mult(gradient);
      SimpleMatrix[] gradients = new SimpleMatrix[call.inputs().length];
      for (int i = 0; i < gradients.length; i++) {
        gradients[i] = gradients.length == 1 ? all : all.extractVector(true, i);
      }
      return gradients;
    }

    private static SimpleMatrix argument(Call call) {
      if (call.inputs().length == 1) {
        return call.inputs()[0];
      }
      SimpleMatrix u = new SimpleMatrix(call.inputs().length, 1);
      for (int i = 0; i < call.inputs().length; i++) {
        u.set(i, call.inputs()[i].get(0));
      }
      return u;
    }
  }
}
