package dev.nabla.graph;

import dev.nabla.display.Display;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.graph.algebra.Bindings;
import dev.nabla.graph.algebra.Names;
import dev.nabla.graph.algebra.Shape;
import dev.nabla.graph.formula.Definitions;
import dev.nabla.graph.formula.Nearest;
import dev.nabla.matrix.Quantity;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.ejml.simple.SimpleMatrix;

/**
 * A graph with the value of everything in it.
 *
 * <pre>{@code
 * Values v = graph("y = x^2 + 3 x").at("x=2");
 * v.value("y")                     // 10.0
 * v.backward().gradient("x")       // 7.0
 * }</pre>
 */
public final class Values implements Showable {
  private final Definitions definitions;
  private final Bindings bindings;
  private final Program program;
  private final Run run;
  private final List<View> history;

  Values(Definitions definitions, Bindings bindings) {
    this(definitions, bindings, List.of());
  }

  private Values(Definitions definitions, Bindings bindings, List<View> history) {
    this.definitions = definitions;
    this.bindings = bindings;
    this.program = new Program(definitions);
    this.run = new Run(program, bindings, definitions.last());
    this.history = history;
  }

  /** The value of an input or of a formula; a number is 1 x 1. */
  public Quantity value(String name) {
    return Tables.quantity(Names.notation(name), run.value(place(name)), "");
  }

  /**
   * The gradient of the last formula by everything: for a name x, dL/dx in the shape of x.
   *
   * <p>Throws a NablaException if the last formula is no number.
   */
  public Gradients backward() {
    return backward(definitions.last());
  }

  /** The gradient of this formula by everything. */
  public Gradients backward(String of) {
    int place = place(of);
    SimpleMatrix value = run.value(place);
    if (value.getNumElements() != 1) {
      throw new NablaException(
          "backward(%s): %s is %d x %d, and only a single number has a gradient.%s"
              .formatted(
                  of.equals(definitions.last()) ? "" : "\"" + of + "\"",
                  of,
                  value.getNumRows(),
                  value.getNumCols(),
                  numberHint()));
    }
    return new Gradients(this, of, run.backward(place, new SimpleMatrix(1, 1, true, 1.0)));
  }

  private String numberHint() {
    return definitions.formulas().keySet().stream()
        .filter(name -> run.value(program.placeOf(name)).getNumElements() == 1)
        .reduce((first, second) -> second)
        .map(name -> " Name a number: backward(\"" + name + "\").")
        .orElse(" Add a line that makes it a number, such as L = ||...||^2.");
  }

  /** The derivatives of all formulas by one input, carried forward; for graphs of numbers. */
  public ForwardMode forwardMode(String by) {
    return ForwardMode.of(this, by);
  }

  /** The gradient at every place, given the gradient of one formula. */
  SimpleMatrix[] backwardFrom(String of, SimpleMatrix seed) {
    return run.backward(place(of), seed);
  }

  int place(String typed) {
    String name = Names.plain(typed);
    if (!definitions.isKnown(name)) {
      Set<String> names = definitions.scope().shapes().keySet();
      throw new NablaException(
          "\"%s\" is not a name of this graph.%s".formatted(name, Nearest.question(name, names)));
    }
    return program.placeOf(name);
  }

  Program program() {
    return program;
  }

  Definitions definitions() {
    return definitions;
  }

  Bindings bindings() {
    return bindings;
  }

  SimpleMatrix value(int place) {
    return run.value(place);
  }

  /** Names and values of inputs and formulas, for formulas that use them. */
  Bindings everything() {
    Bindings all =
        new Bindings(
            new HashMap<>(bindings.values()),
            bindings.curves(),
            bindings.fields(),
            bindings.sizes());
    definitions.formulas().keySet().forEach(name -> all.values().put(name, value(name)));
    all.sizes()
        .forEach(
            (name, size) ->
                all.values().putIfAbsent(name, new SimpleMatrix(1, 1, true, (double) size)));
    return all;
  }

  /** The same graph with another value for an input. */
  Values with(String input, SimpleMatrix value) {
    return withAll(List.of(input), List.of(value), List.of());
  }

  Values withAll(List<String> inputs, List<SimpleMatrix> values, List<View> views) {
    Bindings changed =
        new Bindings(
            new HashMap<>(bindings.values()),
            bindings.curves(),
            bindings.fields(),
            bindings.sizes());
    for (int i = 0; i < inputs.size(); i++) {
      changed.values().put(inputs.get(i), values.get(i));
    }
    return new Values(definitions, changed, views);
  }

  /** The value of everything, step by step. */
  public Derivation explain() {
    return new Derivation(Explain.forward(this));
  }

  /** The circuit with the value above every node. */
  public Drawing draw() {
    return new Drawing(Draw.circuit(program, this, null));
  }

  /** One table for each input and formula; after a step, also old, gradient and new. */
  @Override
  public View view() {
    if (!history.isEmpty()) {
      return new View.Stack(history);
    }
    List<View> views = new ArrayList<>();
    definitions.inputs().keySet().forEach(name -> views.add(table(name)));
    definitions.formulas().keySet().forEach(name -> views.add(table(name)));
    View undefined = Undefined.first(this);
    if (undefined != null) {
      views.add(undefined);
    }
    return new View.Stack(views);
  }

  private View table(String name) {
    return Tables.matrix(Names.notation(name), value(name), "");
  }

  Shape shape(String name) {
    return definitions.shape(name);
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
