package dev.nabla.graph;

import dev.nabla.graph.algebra.Apply;
import dev.nabla.graph.algebra.Evaluate;
import dev.nabla.graph.algebra.Rule;
import dev.nabla.graph.formula.Definitions;
import java.util.ArrayList;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/**
 * A graph with values as the list of its single operations, each of which can be done again with
 * other numbers: what somebody needs who goes through it by hand.
 */
public final class Tape {
  private static final int TRIES = 10;
  private final Values values;
  private final Program program;

  private Tape(Values values) {
    this.values = values;
    this.program = values.program();
  }

  /** Of a graph at its values. */
  public static Tape of(Values values) {
    return new Tape(values);
  }

  /**
   * Of the graph of a derivative at random points, the same on every run; points without finite
   * values left out.
   */
  public static List<Tape> atRandom(Derivative derivative, int points) {
    Definitions definitions = derivative.definitions();
    Samples samples = new Samples(definitions);
    List<Tape> tapes = new ArrayList<>();
    for (int attempt = 0; attempt < TRIES * points && tapes.size() < points; attempt++) {
      Tape tape = new Tape(new Values(definitions, samples.point(attempt).bindings()));
      if (tape.isFinite()) {
        tapes.add(tape);
      }
    }
    return tapes;
  }

  private boolean isFinite() {
    for (int place = 0; place < size(); place++) {
      SimpleMatrix value = value(place);
      for (int i = 0; i < value.getNumElements(); i++) {
        if (!Double.isFinite(value.get(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * The value of a formula in the names of the graph.
   *
   * @throws dev.nabla.message.NablaException if it cannot be read
   */
  public SimpleMatrix evaluate(String formula) {
    return Evaluate.value(values.definitions().read(formula, "check"), values.everything());
  }

  /** The number of inputs, constants and operations. */
  public int size() {
    return program.size();
  }

  /** The name at a place; null where there is none. */
  public String name(int place) {
    return program.nameOf(place);
  }

  /** The names with a formula, in the order of the work. */
  public List<String> formulas() {
    return List.copyOf(values.definitions().formulas().keySet());
  }

  /** The names without a formula. */
  public List<String> inputs() {
    return List.copyOf(values.definitions().inputs().keySet());
  }

  /** The place of a name. */
  public int placeOf(String name) {
    return values.place(name);
  }

  /** What is written at a place, such as {@code a - b}. */
  public String text(int place) {
    return program.at(place).toString();
  }

  /** The operation at a place; null for an input or a constant. */
  public String operation(int place) {
    return program.at(place) instanceof Apply apply ? apply.operation().name() : null;
  }

  /** The places an operation takes its inputs from. */
  public List<Integer> inputs(int place) {
    List<Integer> inputs = new ArrayList<>();
    for (int input : program.inputs(place)) {
      inputs.add(input);
    }
    return inputs;
  }

  /** The value at a place, not to be modified. */
  public SimpleMatrix value(int place) {
    return values.value(place);
  }

  /** The operation at a place done with other inputs. */
  public SimpleMatrix forward(int place, SimpleMatrix... in) {
    Apply apply = (Apply) program.at(place);
    return values.bindings().rule(apply.operation()).forward(call(apply, in));
  }

  /**
   * What each input of the operation at a place receives; null where the gradient has not as many
   * entries as the result.
   *
   * @param gradient the gradient by its result
   * @param in its inputs
   */
  public SimpleMatrix[] backward(int place, SimpleMatrix gradient, SimpleMatrix... in) {
    Apply apply = (Apply) program.at(place);
    Rule rule = values.bindings().rule(apply.operation());
    Rule.Call call = call(apply, in);
    SimpleMatrix value = rule.forward(call);
    return gradient.getNumElements() == value.getNumElements()
        ? rule.backward(call, value, gradient)
        : null;
  }

  private Rule.Call call(Apply apply, SimpleMatrix[] in) {
    return new Rule.Call(apply, in, values.bindings().sizes());
  }
}
