package dev.nabla.graph.formula;

import dev.nabla.graph.algebra.Apply;
import dev.nabla.graph.algebra.Constant;
import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.Expressions;
import dev.nabla.graph.algebra.Function;
import dev.nabla.graph.algebra.Functions;
import dev.nabla.graph.algebra.Mapping;
import dev.nabla.graph.algebra.MatrixOperations;
import dev.nabla.graph.algebra.Shape;
import dev.nabla.graph.algebra.Sums;
import dev.nabla.graph.algebra.Symbol;
import dev.nabla.message.NablaException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What {@code name(...)} means. */
final class Calls {
  private static final int MOST_LISTED = 20;
  private static final Map<String, Builtin> BUILTIN = new LinkedHashMap<>();

  static {
    BUILTIN.put("sum", one(Expressions::sumOfEntries));
    BUILTIN.put("trace", one(Expressions::trace));
    BUILTIN.put("softmax", one(column -> Apply.of(MatrixOperations.SOFTMAX, column)));
    BUILTIN.put("diag", one(column -> Apply.of(MatrixOperations.DIAGONAL, column)));
    BUILTIN.put("max", new Builtin(2, 2, (inputs, scope) -> Apply.of(Sums.MAXIMUM, inputs)));
    BUILTIN.put(
        "identity",
        new Builtin(1, 1, (sizes, scope) -> Expressions.identity(size(sizes.get(0), scope))));
    BUILTIN.put("ones", new Builtin(1, 2, Calls::ones));
  }

  private static final Set<String> NAMES = new LinkedHashSet<>(BUILTIN.keySet());

  static {
    NAMES.addAll(Functions.byName().keySet());
  }

  private final Scope scope;
  private final Mistake mistake;

  Calls(Scope scope, Mistake mistake) {
    this.scope = scope;
    this.mistake = mistake;
  }

  private record Builtin(
      int fewest, int most, BiFunction<List<Expression>, Scope, Expression> build) {}

  private static Builtin one(UnaryOperator<Expression> build) {
    return new Builtin(1, 1, (inputs, scope) -> build.apply(inputs.get(0)));
  }

  private static Expression ones(List<Expression> sizes, Scope scope) {
    String columns = sizes.size() == 1 ? "1" : size(sizes.get(1), scope);
    return Expressions.ones(new Shape(size(sizes.get(0), scope), columns));
  }

  private static String size(Expression size, Scope scope) {
    boolean plain =
        size instanceof Symbol
            || size instanceof Constant c && c.value().isInteger() && c.value().signum() > 0;
    if (!plain) {
      throw new NablaException(size + " is no size. Write a letter of a shape or a whole number.");
    }
    Integer known = scope.sizes().get(size.toString());
    return known == null ? size.toString() : known.toString();
  }

  /** Names that have a meaning before a bracket. */
  static Set<String> names() {
    return NAMES;
  }

  /** True for a call, false for a product; an error if it could be either. */
  boolean isCall(Token name, Token open) {
    String text = name.text();
    if (isFunction(text)) {
      return true;
    }
    if (scope.isValue(text) || !name.touches(open)) {
      return false;
    }
    String inner = mistake.bracket(open.at());
    String factor = inner.matches("[\\p{L}\\d_]+") ? inner : "(" + inner + ")";
    throw mistake.at(
        name.at(),
        "%s(%s) is a call, but %s is not a function here.%s Declare it, %s: R -> R, or write %s * %s."
            .formatted(text, inner, text, Nearest.question(text, names()), text, text, factor));
  }

  private boolean isFunction(String name) {
    return scope.function(name) != null
        || scope.mappings().containsKey(name)
        || BUILTIN.containsKey(name) && !scope.isValue(name)
        || partial(name) != null;
  }

  /** The mapping of a name such as {@code J_f} or {@code f_2}; else null. */
  private Mapping partial(String name) {
    int bar = name.lastIndexOf('_');
    if (bar < 0 || scope.isValue(name)) {
      return null;
    }
    String before = name.substring(0, bar);
    String after = name.substring(bar + 1);
    if (before.equals("J")) {
      return scope.mappings().get(after);
    }
    return after.matches("[1-9]\\d{0,8}") ? scope.mappings().get(before) : null;
  }

  /** An error if the name is no value. */
  void checkValue(Token name) {
    String text = name.text();
    if (scope.isValue(text)) {
      return;
    }
    if (isFunction(text)) {
      throw mistake.at(
          name.at(), "%s is a function, so it needs a bracket: %s(...).".formatted(text, text));
    }
    if (scope.closed()) {
      Set<String> known = scope.shapes().keySet();
      String near = Nearest.question(text, known);
      String names = near.isEmpty() ? " Its names are " + listed(known) + "." : near;
      throw mistake.at(name.at(), "\"%s\" is not a name of this graph.%s".formatted(text, names));
    }
  }

  private static String listed(Set<String> names) {
    String first = names.stream().limit(MOST_LISTED).collect(Collectors.joining(" "));
    return names.size() > MOST_LISTED ? first + " ..." : first;
  }

  Expression call(Token name, int primes, List<Expression> arguments) {
    String text = name.text();
    Function function = scope.function(text);
    if (function != null) {
      count(text, arguments, 1, 1);
      return Apply.of(function.operation(primes), arguments);
    }
    Mapping mapping = scope.mappings().get(text);
    if (mapping != null) {
      return primes == 0 ? mapping.call(arguments) : slope(mapping, primes, arguments);
    }
    mapping = partial(text);
    if (mapping != null && primes == 0) {
      String index = text.substring(text.lastIndexOf('_') + 1);
      return text.startsWith("J_")
          ? Apply.of(mapping.jacobian(), arguments)
          : Apply.of(mapping.partial(Integer.parseInt(index)), arguments);
    }
    Builtin builtin = BUILTIN.get(text);
    if (builtin == null || primes > 0) {
      throw new NablaException(
          "%s' is the derivative of a function, but %s is none.".formatted(text, text));
    }
    count(text, arguments, builtin.fewest, builtin.most);
    return builtin.build.apply(arguments, scope);
  }

  private static Expression slope(Mapping mapping, int primes, List<Expression> arguments) {
    if (primes > 1 || !mapping.domain().equals("1")) {
      throw new NablaException(
          "the derivative of %s is its Jacobian: write J_%s(...)."
              .formatted(mapping.name(), mapping.name()));
    }
    return Apply.of(mapping.jacobian(), arguments);
  }

  private static void count(String name, List<Expression> arguments, int fewest, int most) {
    if (arguments.size() < fewest || arguments.size() > most) {
      throw new NablaException(
          "%s takes %s, not %d."
              .formatted(
                  name,
                  fewest == 2 ? "two values" : most == 2 ? "one value or two" : "one value",
                  arguments.size()));
    }
  }
}
