package dev.nabla.graph;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.graph.algebra.Expressions;
import dev.nabla.graph.algebra.Names;
import dev.nabla.graph.algebra.Script;
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
 * // dv/da = 2 c (a - b) ...
 * // dv/dx = 4 c (a - b) (w + 2 y + z)
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
  public View.Diagram draw() {
    return Draw.names(definitions, way, names(), partials);
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

  /** Path sum, local partials, the same with formulas, closed form. */
  @Override
  public View view() {
    if (!way.exist()) {
      return new View.Stack(
          List.of(
              derivative.view(),
              Tables.line(Tables.plain(of + " does not depend on " + by + "."))));
    }
    List<View> views = new ArrayList<>();
    Notation title = derivative.title();
    if (way.count().compareTo(MOST_PATHS) > 0) {
      views.add(
          Tables.line(
              Tables.plain(
                  "There are "
                      + way.count()
                      + " paths from "
                      + by
                      + " to "
                      + of
                      + ", too many to write out one by one.")));
      views.add(derivative.view());
      return new View.Stack(views);
    }
    List<List<String>> paths = way.paths();
    views.add(Tables.line(Tables.equation(title, sum(paths, false))));
    if (paths.size() == 1 && paths.get(0).size() == 3) {
      entryByEntry(paths.get(0), views);
    }
    shapes(paths, views);
    for (List<String> edge : edges(paths)) {
      String outer = edge.get(0);
      String inner = edge.get(1);
      views.add(
          Tables.line(
              Tables.equation(partials.name(outer, inner), written(outer, inner))));
    }
    boolean numbers = names().stream().allMatch(name -> definitions.shape(name).isNumber());
    if (numbers && (paths.size() > 1 || paths.get(0).size() > 2)) {
      views.add(Tables.line(Tables.equation(title, sum(paths, true))));
    }
    views.add(derivative.view());
    return new View.Stack(views);
  }

  private Notation written(String outer, String inner) {
    if (!denominator || partials.isSlices(outer, inner)) {
      return partials.written(outer, inner);
    }
    return Script.notation(
        Simplify.simplify(
            Expressions.transpose(partials.formula(outer, inner))));
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

  /** For a number over a column: row times column is a sum. */
  private void entryByEntry(List<String> path, List<View> views) {
    String middle = path.get(1);
    boolean column =
        definitions.shape(of).isNumber()
            && definitions.shape(by).isNumber()
            && !definitions.shape(middle).isNumber()
            && definitions.shape(middle).isColumn();
    if (!column) {
      return;
    }
    Notation entry =
        new Notation(
            middle + "_i", middle + "<sub>i</sub>", "{" + middle + "}_{i}");
    Notation outer =
        Tables.derivative(Names.notation(of), entry, false);
    Notation inner =
        Tables.derivative(entry, Names.notation(by), true);
    Notation sum = new Notation("sum_i ", "∑<sub>i</sub> ", "\\sum_{i} ");
    views.add(
        Tables.line(
            Tables.equation(
                derivative.title(), Tables.join(sum, outer, Tables.sign(" "), inner))));
  }

  /** {@code (p x r)(r x n) = p x n} for each path that is not of numbers alone. */
  private void shapes(List<List<String>> paths, List<View> views) {
    for (List<String> path : paths) {
      boolean numbers = path.stream().allMatch(name -> definitions.shape(name).isNumber());
      if (numbers || path.size() < 3) {
        continue;
      }
      StringBuilder words = new StringBuilder();
      for (int i = 0; i + 1 < path.size(); i++) {
        String shape = partials.shape(path.get(i), path.get(i + 1));
        String[] sides = shape.split(" x ", 2);
        String factor =
            "(" + (denominator ? sides[1] + " x " + sides[0] : shape) + ")";
        words.insert(denominator ? 0 : words.length(), factor);
      }
      String result = derivative.kind() == Derivative.Kind.SLICES
          ? partials.shape(of, by) : derivative.formula().shape().toString();
      views.add(Tables.line(Tables.plain("shapes: " + words + " -> " + result)));
    }
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
