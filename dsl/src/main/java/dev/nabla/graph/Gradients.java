package dev.nabla.graph;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.graph.algebra.Names;
import dev.nabla.graph.formula.Nearest;
import dev.nabla.matrix.Quantity;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.ejml.simple.SimpleMatrix;

/**
 * The gradient of one number of a graph by everything it depends on. dL/dx has the shape of x;
 * {@link #numeratorLayout} shows it transposed.
 */
public final class Gradients implements Showable {
  private final Values values;
  private final String of;
  private final SimpleMatrix[] gradients;
  private final boolean transposed;

  Gradients(Values values, String of, SimpleMatrix[] gradients) {
    this(values, of, gradients, false);
  }

  private Gradients(Values values, String of, SimpleMatrix[] gradients, boolean transposed) {
    this.values = values;
    this.of = of;
    this.gradients = gradients;
    this.transposed = transposed;
  }

  /** The gradient by an input or by a formula; a number is 1 x 1. */
  public Quantity gradient(String name) {
    Quantity gradient = Tables.quantity(partial(name), gradients[values.place(name)], "");
    boolean number = gradient.getNumElements() == 1;
    return transposed && !number ? gradient.transposed("numerator layout") : gradient;
  }

  /** The gradients transposed: by an n x d matrix, d x n; by a column, a row. */
  public Gradients numeratorLayout() {
    return new Gradients(values, of, gradients, true);
  }

  /** The gradients in the shape of what they are taken by, which is the default. */
  public Gradients denominatorLayout() {
    return new Gradients(values, of, gradients, false);
  }

  /** The values these gradients belong to. */
  public Values values() {
    return values;
  }

  /** What is differentiated. */
  public String of() {
    return of;
  }

  SimpleMatrix at(int place) {
    return gradients[place];
  }

  /**
   * One step of descent: name - eta * gradient for each of these inputs, all from the old values.
   *
   * <pre>{@code
   * var gradients = graph("v = x^2 y").at("x=3 y=1").backward();
   * gradients.step(0.5, "x y")
   * // x = 3.0 - old dv/dx = 6.0 x = 0.0 - new, eta = 0.5
   * // y = 1.0 - old dv/dy = 9.0 y = -3.5 - new, eta = 0.5
   * }</pre>
   */
  public Values step(double eta, String names) {
    List<String> inputs = List.of(Names.plain(names).strip().split("[\\s,]+"));
    List<SimpleMatrix> stepped = new ArrayList<>();
    List<View> shown = new ArrayList<>();
    for (String name : inputs) {
      Set<String> known = values.definitions().inputs().keySet();
      if (!known.contains(name)) {
        throw new NablaException(
            "step: \"%s\" is not an input of this graph.%s The inputs are %s."
                .formatted(name, Nearest.question(name, known), String.join(", ", known)));
      }
      SimpleMatrix old = values.value(name);
      SimpleMatrix gradient = gradients[values.place(name)];
      SimpleMatrix next = old.minus(gradient.scale(eta));
      stepped.add(next);
      Notation written = Names.notation(name);
      shown.add(
          new View.Beside(
              List.of(
                  Tables.matrix(written, old, "old"),
                  Tables.matrix(partial(name), gradient, ""),
                  Tables.matrix(written, next, "new, eta = " + Tables.number(eta)))));
    }
    return values.withAll(inputs, stepped, shown);
  }

  /** These gradients against central differences, for every entry of every input. */
  public DifferenceCheck gradientCheck() {
    return DifferenceCheck.central(this);
  }

  /** Forward values, then backward node by node: rule, numbers, result. */
  public Derivation explain() {
    return new Derivation(Explain.backward(this));
  }

  /**
   * The steps that lead to one gradient, from the result down to this name.
   *
   * @param name an input or a formula; {@code "dW"} is the same as {@code "W"}
   */
  public Derivation explain(String name) {
    String plain = Names.plain(name);
    boolean known = values.definitions().isKnown(plain) || !plain.startsWith("d");
    return new Derivation(Explain.to(this, known ? plain : plain.substring(1)));
  }

  /** The circuit: the value above, the gradient below. */
  public Drawing draw() {
    return new Drawing(Draw.circuit(values.program(), values, this));
  }

  Notation partial(String name) {
    return Notation.partial(Names.notation(of), Names.notation(name));
  }

  /** The value of the result, then one table for each input and formula it depends on. */
  @Override
  public View view() {
    View words = new View.Stack(words());
    return values.program().size() <= Graph.MOST_NODES
        ? new View.Illustrated(words, draw().view())
        : words;
  }

  private List<View> words() {
    List<View> views = new ArrayList<>();
    views.add(Tables.matrix(Names.notation(of), values.value(of), ""));
    View undefined = Undefined.first(values);
    if (undefined != null) {
      views.add(undefined);
    }
    List<String> names = new ArrayList<>(values.definitions().formulas().keySet());
    Collections.reverse(names);
    names.addAll(values.definitions().inputs().keySet());
    names.remove(of);
    for (String name : names) {
      if (values.program().placeOf(name) < values.place(of)) {
        views.add(gradient(name).view());
      }
    }
    return views;
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
