package dev.nabla.graph;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Sentence;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.graph.algebra.Expressions;
import dev.nabla.graph.algebra.Names;
import dev.nabla.graph.algebra.Script;
import dev.nabla.graph.algebra.Shape;
import dev.nabla.graph.algebra.Simplify;
import dev.nabla.graph.formula.Definitions;
import dev.nabla.matrix.Quantity;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The chain rule from one name down to another: one term for each directed path, one factor for
 * each edge.
 *
 * <pre>{@code
 * g.chainRule("v", "x")
 * // dv/dx = dv/da da/dx + dv/db db/dx
 * // dv/da = 2 c (a - b)
 * // = 4 c (a - b) (w + 2 y + z)
 * }</pre>
 */
public final class ChainRule implements Showable {
  private static final BigInteger MOST_PATHS = BigInteger.valueOf(12);
  private final Definitions definitions;
  private final Dependencies way;
  private final LocalPartials partials;
  private final Derivative derivative;
  private final String of;
  private final String by;
  private final boolean denominator;

  private ChainRule(
      Definitions definitions, String of, String by, Derivative derivative, boolean denominator) {
    this.definitions = definitions;
    this.of = of;
    this.by = by;
    this.way = new Dependencies(definitions, of, by);
    this.partials = new LocalPartials(definitions, way);
    this.derivative = derivative;
    this.denominator = denominator;
  }

  static ChainRule of(Definitions definitions, String of, String by) {
    return new ChainRule(
        NestedCalls.named(definitions), of, by, Derivative.of(definitions, of, by), false);
  }

  /** The number of directed paths. */
  public BigInteger paths() {
    return way.count();
  }

  /** The closed form alone. */
  public Derivative derivative() {
    return derivative;
  }

  /** Whether a formula in the names of the graph is this derivative. */
  public Equality equalTo(String formula) {
    return derivative.equalTo(formula);
  }

  /** The value of the derivative. */
  public Quantity at(Object... namesAndValues) {
    return derivative.at(namesAndValues);
  }

  /** Outer factors first, as Jacobians multiply. */
  public ChainRule numeratorLayout() {
    Derivative turned =
        derivative.kind() == Derivative.Kind.SLICES ? derivative : derivative.numeratorLayout();
    return new ChainRule(definitions, of, by, turned, false);
  }

  /** Inner factors first, every factor transposed. */
  public ChainRule denominatorLayout() {
    return new ChainRule(definitions, of, by, derivative.denominatorLayout(), true);
  }

  /** The names on the way, the local partial on each edge. */
  public Drawing draw() {
    return new Drawing(Draw.names(definitions, way, names(), partials));
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    names.add(by);
    for (String name : definitions.formulas().keySet()) {
      if (way.isOnTheWay(name) && !name.equals(by)) {
        names.add(name);
      }
      if (name.equals(of)) {
        break;
      }
    }
    return names;
  }

  /** Path sum, local partials, everything put together. */
  @Override
  public View view() {
    Notation title = derivative.title();
    if (!way.exist()) {
      Sentence why = Sentence.of(of + " does not depend on " + by + ".");
      return solution(step("", Tables.sign("0"), why));
    }
    if (leadsOverMatrices()) {
      return derivative.explain().view();
    }
    if (way.count().compareTo(MOST_PATHS) > 0) {
      String sentence =
          "There are %s paths from %s to %s, too many to write out one by one."
              .formatted(way.count(), by, of);
      return solution(step("the sum over all paths", closedForm(), Sentence.of(sentence)));
    }
    List<List<String>> paths = way.paths();
    List<View.Step> steps = new ArrayList<>();
    boolean direct = paths.size() == 1 && paths.get(0).size() == 2;
    if (!direct) {
      String words =
          paths.size() == 1 ? "one path, one factor for each edge" : paths.size() + " paths";
      steps.add(step(words, sum(paths, false), shapes(paths)));
      Notation entries = entryByEntry(paths.get(0));
      if (paths.size() == 1 && entries != null) {
        Sentence why = Sentence.of("Row times column is a sum.");
        steps.add(step("entry by entry", entries, why));
      }
      for (List<String> edge : edges(paths)) {
        Notation quantity = partials.name(edge.get(0), edge.get(1));
        Notation formula = written(edge.get(0), edge.get(1));
        steps.add(new View.Step("local partial", quantity, formula, null, null, ""));
      }
    }
    boolean numbers = names().stream().allMatch(name -> definitions.shape(name).isNumber());
    Notation factors = numbers && !direct ? sum(paths, true) : null;
    if (factors != null && factors.text().replace(" * ", " ").equals(closedForm().text())) {
      factors = null;
    }
    Sentence sentence = Where.sentence(definitions, derivative.formula());
    String words = direct ? "one step" : "put together";
    steps.add(
        factors == null
            ? step(words, closedForm(), sentence)
            : new View.Step(words, title, factors, null, closedForm(), sentence));
    return new View.Solution(title, steps);
  }

  /** Then a factor of the chain would have four indices; gradients are carried backward instead. */
  private boolean leadsOverMatrices() {
    return names().stream()
        .anyMatch(name -> !name.equals(by) && !definitions.shape(name).isColumn());
  }

  private Notation closedForm() {
    return derivative.kind() == Derivative.Kind.SLICES
        ? partials.written(of, by)
        : derivative.written();
  }

  private View.Solution solution(View.Step step) {
    return new View.Solution(derivative.title(), List.of(step));
  }

  private View.Step step(String words, Notation formula, Sentence sentence) {
    return new View.Step(words, derivative.title(), formula, null, null, sentence);
  }

  private Notation written(String outer, String inner) {
    if (!denominator || partials.isSlices(outer, inner)) {
      return partials.written(outer, inner);
    }
    return Script.notation(
        Simplify.simplify(Expressions.transpose(partials.formula(outer, inner))));
  }

  /** One product for each path, of names or of formulas. */
  private Notation sum(List<List<String>> paths, boolean formulas) {
    List<Notation> terms = new ArrayList<>();
    for (List<String> path : paths) {
      List<Notation> factors = new ArrayList<>();
      for (int i = 0; i + 1 < path.size(); i++) {
        Notation factor =
            formulas
                ? Script.of(partials.formula(path.get(i), path.get(i + 1))).within(Script.PRODUCT)
                : partials.name(path.get(i), path.get(i + 1));
        factors.add(denominator ? 0 : factors.size(), factor);
      }
      Notation between =
          formulas ? new Notation(" * ", " · ", " \\cdot ") : new Notation(" ", " ", "\\,");
      terms.add(Tables.separated(factors, between));
    }
    return Tables.separated(terms, Tables.sign(" + "));
  }

  /** For a number over one column to a number; null for any other path. */
  private Notation entryByEntry(List<String> path) {
    String middle = path.get(1);
    boolean column =
        path.size() == 3
            && definitions.shape(of).isNumber()
            && definitions.shape(by).isNumber()
            && !definitions.shape(middle).isNumber()
            && definitions.shape(middle).isColumn();
    if (!column) {
      return null;
    }
    Notation name = Names.notation(middle);
    Notation entry =
        new Notation(
            name.text() + "_i", name.html() + "<sub>i</sub>", "{" + name.latex() + "}_{i}");
    return Tables.join(
        new Notation("sum_i ", "∑<sub>i</sub> ", "\\sum_{i} "),
        Tables.derivative(Names.notation(of), entry, false),
        new Notation(" ", " ", "\\,"),
        Tables.derivative(entry, Names.notation(by), true));
  }

  /** {@code Shapes: (p x r)(r x n) = p x n.} Nothing for numbers alone. */
  private Sentence shapes(List<List<String>> paths) {
    List<String> products = new ArrayList<>();
    for (List<String> path : paths) {
      StringBuilder words = new StringBuilder();
      for (int i = 0; i + 1 < path.size(); i++) {
        String shape = shape(path.get(i), path.get(i + 1));
        words.insert(denominator ? 0 : words.length(), "(" + shape + ")");
      }
      if (path.stream().anyMatch(name -> !definitions.shape(name).isNumber())) {
        products.add(words.toString());
      }
    }
    if (products.isEmpty()) {
      return Sentence.NONE;
    }
    String result = shape(of, by);
    Shape shown = derivative.formula().shape();
    boolean same = derivative.kind() == Derivative.Kind.SLICES || shown.toString().equals(result);
    String product = String.join(" + ", products) + " = " + result;
    Sentence sentence = Sentence.of("Shapes: ").then(Tables.shape(product));
    if (!same) {
      sentence =
          sentence
              .then(", written in the shape of ")
              .then(Names.notation(by))
              .then(", ")
              .then(Tables.shape(shown.toString()));
    }
    return sentence.then(".");
  }

  private String shape(String outer, String inner) {
    String[] sides = partials.shape(outer, inner).split(" x ", 2);
    return denominator ? sides[1] + " x " + sides[0] : sides[0] + " x " + sides[1];
  }

  private static Set<List<String>> edges(List<List<String>> paths) {
    Set<List<String>> edges = new LinkedHashSet<>();
    for (List<String> path : paths) {
      for (int i = 0; i + 1 < path.size(); i++) {
        edges.add(List.of(path.get(i), path.get(i + 1)));
      }
    }
    return edges;
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
