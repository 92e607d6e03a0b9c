package dev.nabla.graph.formula;

import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.Shape;
import dev.nabla.graph.algebra.Symbol;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads declarations and formulas, one to a line or separated by {@code ;}.
 *
 * <pre>{@code
 * W: n x d, x: d, phi: R -> R
 * z = W x
 * y = sum(phi(z))
 * }</pre>
 */
public final class Reader {
  /** Longer answers are not compared. */
  private static final int LONGEST_FORMULA = 20_000;

  private final String text;
  private final Mistake mistake;
  private final Scope scope;
  private final Map<String, Integer> sizes;
  private final Map<String, Line> lines = new LinkedHashMap<>();

  private record Line(Token name, List<Token> tokens) {}

  private Reader(String text, String what, Map<String, Integer> sizes) {
    this.text = text;
    this.sizes = sizes;
    this.scope = Scope.open(sizes);
    this.mistake = new Mistake(what, text);
  }

  /**
   * Reads a text. Throws a NablaException that points at the character where something is wrong.
   *
   * @param shapes of names that are not declared in the text
   * @param sizes numbers for letters in declared shapes
   */
  public static Definitions definitions(
      String text, Map<String, Shape> shapes, Map<String, Integer> sizes) {
    Reader reader = new Reader(text, "graph", sizes);
    reader.split();
    shapes.forEach(reader.scope.shapes()::putIfAbsent);
    return reader.definitions();
  }

  /** Reads one formula; if the scope is open, unknown names are numbers. */
  static Expression formula(String text, Scope scope, String what) {
    Mistake mistake = new Mistake(what, text);
    if (text.length() > LONGEST_FORMULA) {
      throw mistake.of(
          "the formula has %d characters, more than %d.".formatted(text.length(), LONGEST_FORMULA));
    }
    List<Token> tokens = Lexer.tokens(text, 0, text.length(), mistake);
    if (tokens.size() == 1) {
      throw mistake.of("the formula is empty.");
    }
    return new Parser(tokens, scope, mistake).formula();
  }

  private void split() {
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || text.charAt(at) == '\n' || text.charAt(at) == ';') {
        line(start, at);
        start = at + 1;
      }
    }
    if (lines.isEmpty()) {
      throw mistake.of("there is no formula. Write name = formula, such as y = 2 x + 1.");
    }
  }

  private void line(int from, int to) {
    String words = text.substring(from, to);
    if (words.isBlank()) {
      return;
    }
    if (words.indexOf(':') >= 0) {
      new Declaration(scope, sizes, mistake).read(text, from, to);
      return;
    }
    List<Token> tokens = Lexer.tokens(text, from, to, mistake);
    Token name = tokens.get(0);
    if (!name.isName() || !tokens.get(1).is("=")) {
      int formula = text.indexOf(words.strip(), from);
      boolean call = name.isName() && tokens.get(1).is("(") && words.contains("=");
      String next =
          call
              ? "Write %s = ... without (...): the names in the formula are its inputs."
                  .formatted(name.text())
              : "";
      throw mistake.at(
          formula, ("a line says name = formula, such as y = 2 x + 1. " + next).strip());
    }
    Line before = lines.put(name.text(), new Line(name, tokens.subList(2, tokens.size())));
    if (before != null) {
      throw mistake.at(name.at(), name.text() + " has a formula already. Choose another name.");
    }
  }

  private Definitions definitions() {
    scope.values().addAll(lines.keySet());
    for (Line line : lines.values()) {
      collectValues(line.tokens);
    }
    Map<String, Expression> formulas = new LinkedHashMap<>();
    Map<String, Shape> declared = new LinkedHashMap<>(scope.shapes());
    for (String name : order()) {
      Expression formula = new Parser(lines.get(name).tokens, scope, mistake).formula();
      Shape said = declared.get(name);
      if (said != null && !said.equals(formula.shape())) {
        throw mistake.at(
            lines.get(name).name.at(),
            "%s is declared as %s, but its formula is %s."
                .formatted(name, said.words(), formula.shape().words()));
      }
      scope.shapes().put(name, formula.shape());
      formulas.put(name, formula);
    }
    return new Definitions(formulas, inputs(formulas), scope, text);
  }

  private void collectValues(List<Token> tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      Token after = tokens.get(i + 1);
      boolean transposed = token.text().equals("T") && i > 0 && tokens.get(i - 1).is("^");
      boolean call = after.is("(") && token.touches(after) || after.is("'");
      boolean function =
          scope.function(token.text()) != null || Calls.names().contains(token.text());
      if (token.isName() && !call && !transposed && !function) {
        scope.values().add(token.text());
      }
    }
  }

  private Map<String, Shape> inputs(Map<String, Expression> formulas) {
    Set<String> used = new LinkedHashSet<>();
    for (Line line : lines.values()) {
      line.tokens.stream().filter(Token::isName).map(Token::text).forEach(used::add);
    }
    Set<String> symbols = new LinkedHashSet<>();
    formulas.values().forEach(formula -> symbols(formula, symbols));
    Map<String, Shape> inputs = new LinkedHashMap<>();
    for (String name : used) {
      if (symbols.contains(name) && !formulas.containsKey(name)) {
        inputs.put(name, scope.shape(name));
        scope.shapes().putIfAbsent(name, Shape.NUMBER);
      }
    }
    return inputs;
  }

  private static void symbols(Expression formula, Set<String> into) {
    if (formula instanceof Symbol symbol) {
      into.add(symbol.name());
    }
    formula.inputs().forEach(input -> symbols(input, into));
  }

  /** The names with a formula, each after those it needs; otherwise as typed. */
  private List<String> order() {
    Set<String> done = new LinkedHashSet<>();
    Set<String> open = new HashSet<>();
    List<String> way = new ArrayList<>();
    for (String name : lines.keySet()) {
      String needed = done.contains(name) ? null : name;
      while (needed != null || !way.isEmpty()) {
        if (needed != null) {
          if (!open.add(needed)) {
            throw cycle(way, needed);
          }
          way.add(needed);
        } else {
          String complete = way.remove(way.size() - 1);
          open.remove(complete);
          done.add(complete);
        }
        needed = way.isEmpty() ? null : missing(way.get(way.size() - 1), done);
      }
    }
    return new ArrayList<>(done);
  }

  private String missing(String name, Set<String> done) {
    for (Token token : lines.get(name).tokens) {
      if (token.isName() && lines.containsKey(token.text()) && !done.contains(token.text())) {
        return token.text();
      }
    }
    return null;
  }

  private NablaException cycle(List<String> way, String start) {
    List<String> names = way.subList(way.indexOf(start), way.size());
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < Math.min(names.size(), 5); i++) {
      String needed = i + 1 < names.size() ? names.get(i + 1) : start;
      words.append(i == 0 ? "" : ", ").append(names.get(i)).append(" needs ").append(needed);
    }
    words.append(names.size() > 5 ? " and so on" : "");
    return mistake.at(
        lines.get(start).name.at(),
        words + ". A graph has no cycles; give the new value a new name.");
  }
}
