package dev.nabla.graph;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.graph.algebra.Bindings;
import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.Names;
import dev.nabla.graph.algebra.Script;
import dev.nabla.graph.algebra.Shape;
import dev.nabla.graph.algebra.Symbol;
import dev.nabla.graph.formula.Definitions;
import dev.nabla.graph.formula.Nearest;
import dev.nabla.graph.formula.Reader;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Formulas that build on each other, as a computation graph. Immutable.
 *
 * <pre>{@code
 * var g = graph("a = (w + x + y)^2; b = (x - y - z)^2; v = c (a - b)^2");
 * g.derivative("v", "x")               // dv/dx = 4 c (a - b) (w + 2 y + z), with ...
 * g.at("c=2 w=1 x=0 y=1 z=-1").backward().gradient("x")   // 64.0
 * }</pre>
 */
public final class Graph implements Showable {
  private static final int MOST_LINES = 40;

  /** More nodes than this are not drawn unasked. */
  static final int MOST_NODES = 60;

  private final Definitions definitions;

  private Graph(Definitions definitions) {
    this.definitions = definitions;
  }

  /**
   * The graph of a text: declarations such as {@code W: n x d, x: d, phi: R -> R} and formulas such
   * as {@code z = W x}, one to a line or separated by {@code ;}.
   *
   * @throws NablaException pointing at the character where the text cannot be read or shapes do not
   *     fit
   */
  public static Graph of(String text) {
    return new Graph(Reader.definitions(text, Map.of(), Map.of()));
  }

  /**
   * The graph of formulas built in Java, by name; each may use names of others.
   *
   * <pre>{@code
   * Expression x = Symbol.number("x");
   * Graph.of(Map.of("y", Expressions.times(x, x)))
   * }</pre>
   */
  public static Graph of(Map<String, Expression> formulas) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    formulas.forEach(
        (name, formula) -> {
          inputs(formula, shapes);
          text.append(name).append(" = ").append(formula).append('\n');
        });
    shapes.keySet().removeAll(formulas.keySet());
    shapes.forEach((name, shape) -> text.insert(0, name + ": " + shape + "\n"));
    return of(text.toString());
  }

  private static void inputs(Expression formula, Map<String, Shape> into) {
    if (formula instanceof Symbol symbol) {
      into.put(symbol.name(), symbol.shape());
    }
    formula.inputs().forEach(input -> inputs(input, into));
  }

  /**
   * The derivative of one formula without a name.
   *
   * <pre>{@code
   * Graph.derivativeOf("sigma(x)", "x")   // df/dx = sigmoid(x) (1 - sigmoid(x))
   * }</pre>
   */
  public static Derivative derivativeOf(String formula, String by) {
    String name =
        List.of("f", "y", "u", "v").stream()
            .filter(free -> !formula.matches("(?s).*\\b" + free + "\\b.*"))
            .findFirst()
            .orElse("result");
    return of(name + " = " + formula).derivative(name, by);
  }

  Definitions definitions() {
    return definitions;
  }

  /** The names without a formula. */
  public List<String> inputs() {
    return List.copyOf(definitions.inputs().keySet());
  }

  /** The names with a formula, in an order in which they can be computed. */
  public List<String> names() {
    return List.copyOf(definitions.formulas().keySet());
  }

  /** The number of inputs, constants and operations, shared ones counted once. */
  public int size() {
    return new Program(definitions).size();
  }

  /**
   * The graph with values for its inputs: {@code at("x=1 y=2")}, or names and values in turn,
   * {@code at("W", W, "y", 3, "phi", sigmoid)}.
   *
   * @throws NablaException if a value is missing, unknown or of the wrong shape
   */
  public Values at(Object... namesAndValues) {
    return Given.values(definitions, Given.pairs(namesAndValues));
  }

  /** The graph made ready to run many times on numbers alone. */
  public Circuit circuit() {
    Program program = new Program(definitions);
    boolean declared = !definitions.scope().functions().isEmpty();
    if (!program.isScalar() || declared) {
      throw new NablaException(
          "circuit: only a graph of numbers with known functions has a circuit.");
    }
    return new Circuit(program, Bindings.empty(), definitions.last());
  }

  /**
   * The derivative of a name by another as a formula, written as a person would.
   *
   * <p>Of a number: in the shape of {@code by}. Of a column by a column: the Jacobian. Of a column
   * by a matrix: a slice for each entry of the column.
   */
  public Derivative derivative(String of, String by) {
    String outer = formula("derivative", of);
    return Derivative.of(definitions, outer, name("derivative", by));
  }

  /** The chain rule along all paths: in symbols, each local partial, put together. */
  public ChainRule chainRule(String of, String by) {
    String outer = formula("chainRule", of);
    return ChainRule.of(definitions, outer, name("chainRule", by));
  }

  private String formula(String word, String typed) {
    String name = name(word, typed);
    if (definitions.inputs().containsKey(name)) {
      throw new NablaException(
          "%s: %s is an input, so it depends on nothing. Differentiate one of %s."
              .formatted(word, name, String.join(", ", names())));
    }
    return name;
  }

  private String name(String word, String typed) {
    String name = Names.plain(typed);
    if (!definitions.isKnown(name)) {
      Set<String> known = new LinkedHashSet<>(definitions.inputs().keySet());
      known.addAll(definitions.formulas().keySet());
      throw new NablaException(
          "%s: \"%s\" is not a name of this graph.%s"
              .formatted(word, name, Nearest.question(name, known)));
    }
    return name;
  }

  /** What each line computes from what, with shapes. */
  public Derivation explain() {
    return new Derivation(Explain.formulas(definitions));
  }

  /** The circuit of all operations, inputs on the left. */
  public Drawing draw() {
    return new Drawing(Draw.circuit(new Program(definitions), null, null));
  }

  /** One line for each formula with what it needs, and the drawing unless it is too large. */
  @Override
  public View view() {
    List<View> views = new ArrayList<>(lines());
    if (size() <= MOST_NODES) {
      views.add(draw().view());
    }
    return new View.Stack(views);
  }

  private List<View> lines() {
    List<View> lines = new ArrayList<>();
    for (Map.Entry<String, Expression> entry : definitions.formulas().entrySet()) {
      if (lines.size() == MOST_LINES) {
        int rest = definitions.formulas().size() - MOST_LINES;
        lines.add(new View.Line(Notation.of("... and " + rest + " more")));
        break;
      }
      List<Notation> needs = new ArrayList<>();
      Dependencies.symbols(entry.getValue()).forEach(name -> needs.add(Names.notation(name)));
      Notation arrow = new Notation(" <- ", " ← ", " \\leftarrow ");
      Notation formula =
          Tables.equation(Names.notation(entry.getKey()), Script.notation(entry.getValue()));
      lines.add(
          new View.Line(
              needs.isEmpty()
                  ? formula
                  : Tables.join(formula, arrow, Tables.separated(needs, Tables.sign(", ")))));
    }
    return lines;
  }

  /** One line for each formula: {@code v = c (a - b)^2 <- c, a, b}. */
  @Override
  public String toString() {
    return lines().stream().map(Display::text).collect(Collectors.joining("\n"));
  }
}
