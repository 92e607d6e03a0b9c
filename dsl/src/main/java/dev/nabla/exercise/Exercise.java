package dev.nabla.exercise;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.exercise.work.Recipe;
import dev.nabla.exercise.work.Step;
import dev.nabla.exercise.work.Term;
import dev.nabla.graph.Derivative;
import dev.nabla.graph.Gradients;
import dev.nabla.graph.Graph;
import dev.nabla.graph.Tape;
import dev.nabla.matrix.Jacobian;
import dev.nabla.matrix.Quantity;
import dev.nabla.matrix.Shape;
import dev.nabla.message.NablaException;
import dev.nabla.net.Backward;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/**
 * Questions about one calculation, which is at hand as a net, a graph or values: their answers are
 * computed, none is written down.
 *
 * <pre>{@code
 * exercise("2", net.forward(X).backward(Y)).step(0.5)
 * // 2: S1 Z1 S2 Z2 loss delta2 dW2 dZ1 delta1 dW1 dX newW1 newW2
 * }</pre>
 */
public final class Exercise implements Showable {
  private final String id;
  private final Source source;
  private final Recipe recipe;
  private final Map<String, Derivative> formulas;
  private final Memory memory;

  private Exercise(
      String id, Source source, Recipe recipe, Map<String, Derivative> formulas, Memory memory) {
    this.id = id;
    this.source = source;
    this.recipe = recipe;
    this.formulas = formulas;
    this.memory = memory;
    Exercises.open(this);
  }

  private static Exercise open(String id, Source source, Recipe recipe) {
    if (id == null || id.isBlank() || id.strip().contains(" ")) {
      throw new NablaException(
          "exercise: the id is one word without spaces, such as \"2\" or \"1g\".");
    }
    return new Exercise(id.strip(), source, recipe, Map.of(), Exercises.memory(id.strip(), recipe));
  }

  /** Asks for every quantity of a forward and backward pass. */
  public static Exercise of(String id, Backward back) {
    return open(id, new Source.Net(back), NetCalculation.of(back));
  }

  /** Asks for the value of every formula of a graph and for all gradients. */
  public static Exercise of(String id, Gradients gradients) {
    Tape tape = Tape.of(gradients.values());
    return open(id, new Source.Valued(gradients, tape), GraphCalculation.of(tape, gradients.of()));
  }

  /** Asks for the derivatives of a graph as formulas. */
  public static Exercise of(String id, Graph graph) {
    return open(id, new Source.Symbols(graph), Exercises.EMPTY);
  }

  /** Asks for nothing yet. */
  public static Exercise of(String id) {
    return open(id, new Source.None(), Exercises.EMPTY);
  }

  /**
   * Asks for the parameters after one step of descent, too: {@code newW1}, {@code newb1}.
   *
   * @throws NablaException if this exercise has no gradients
   */
  public Exercise step(double rate) {
    return new Exercise(id, source, source.stepped(recipe, rate), formulas, memory);
  }

  /**
   * Asks for a matrix.
   *
   * <p>Numbers come without the computation they are from, so only mistakes that show in the result
   * are recognized: its shape, its sign, a factor, the order of its entries, the answer to another
   * question. A matrix from {@code label} with the meaning of its rows and columns is asked about
   * in these words. Where the way matters, ask for a gradient, a graph, a formula or a Jacobian.
   */
  public Exercise asks(String name, SimpleMatrix value) {
    requireName(name);
    Shape.requireFinite("asks", name, value);
    String hidden = "the right " + name;
    Step step = new Step(name, List.of(), Step.Kind.VALUE, 0, null, Term.named(hidden));
    Recipe more =
        recipe.and(
            Map.of(hidden, value instanceof Quantity known ? known : new SimpleMatrix(value)),
            List.of(step));
    return new Exercise(id, source, more, formulas, memory);
  }

  /** Asks for a number. */
  public Exercise asks(String name, double value) {
    return asks(name, new SimpleMatrix(1, 1, true, value));
  }

  /**
   * Asks for a Jacobian as a matrix, outputs x inputs; by a matrix W, whose columns are stacked, as
   * {@code flatten()} has it.
   *
   * <p>It keeps what it was made from, and so do its mistakes: {@code Jf.times(Jg)} the order of
   * the factors, a function the point it is taken at, an activation its slopes. Where a factor is
   * asked before, the product goes on from the student's own. How a function is worked out inside
   * is not known: a mistake there is recognized only if it shows in the result.
   *
   * <pre>{@code
   * var Jg = jacobian(x -> matrix("1 2; 3 4").mult(x), column(1, 1));
   * var Jf = jacobian(tanh, column(3, 7));
   * exercise("1a").asks("Jg", Jg).asks("Jf", Jf).asks("J", Jf.times(Jg))   // 1a: Jg Jf J
   * }</pre>
   */
  public Exercise asks(String name, Jacobian value) {
    requireName(name);
    Shape.requireFinite("asks", name, value.flatten());
    Recipe more = JacobianCalculation.and(recipe, name, value);
    return new Exercise(id, source, more, formulas, memory);
  }

  /** Asks for a formula, with all mistakes of the chain rule along its graph. */
  public Exercise asks(String name, Derivative value) {
    requireName(name);
    Map<String, Derivative> more = new LinkedHashMap<>(formulas);
    more.put(name, value);
    return new Exercise(id, source, recipe, more, memory);
  }

  private void requireName(String name) {
    if (name == null || name.isBlank()) {
      throw new NablaException("asks: the first argument names what is asked, such as \"theta\".");
    }
    if (recipe.step(name) != null) {
      throw new NablaException(
          "asks: exercise " + id + " asks " + name + " already. Give this one another name.");
    }
  }

  /** One word that finds this exercise. */
  public String id() {
    return id;
  }

  /** What it asks, in the order of the work. */
  public List<String> questions() {
    List<String> names = new ArrayList<>();
    recipe.steps().stream()
        .filter(step -> source.isAsked(step, recipe))
        .forEach(step -> names.add(step.name()));
    names.addAll(source.formulas());
    names.addAll(formulas.keySet());
    return names;
  }

  Source source() {
    return source;
  }

  Recipe recipe() {
    return recipe;
  }

  Memory memory() {
    return memory;
  }

  /** The question of this name; null if there is none. */
  Question question(String name) {
    Step step = step(name);
    if (step != null) {
      return numbers(recipe, step);
    }
    if (formulas.containsKey(name)) {
      return new FormulaQuestion(name, formulas.get(name), memory);
    }
    Question ofSource = source.question(name, memory);
    return ofSource != null ? ofSource : entry(name);
  }

  private Question numbers(Recipe recipe, Step step) {
    int[] first = source.firstIndex(step);
    return new NumberQuestion(recipe, step, memory, source.reader(), source::solution, first);
  }

  private Question entry(String name) {
    EntryName entry = EntryName.parse(name);
    Step step = entry == null ? null : step(entry.quantity());
    if (step == null) {
      return null;
    }
    Step one = entry.of(step, recipe, source.firstIndex(step));
    return numbers(recipe.and(Map.of(), List.of(one)), one);
  }

  /** By its name, else by another word for it; null if there is none. */
  private Step step(String word) {
    Step named = recipe.step(word);
    return named != null
        ? named
        : recipe.steps().stream().filter(step -> step.isCalled(word)).findFirst().orElse(null);
  }

  /** {@code 2: S1 Z1 S2 Z2 loss ...}. */
  @Override
  public View view() {
    List<String> names = questions();
    return new View.Line(
        Notation.of(
            id
                + ": "
                + (names.isEmpty()
                    ? "nothing is asked yet, say .asks(\"theta\", theta)"
                    : String.join(" ", names))));
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
