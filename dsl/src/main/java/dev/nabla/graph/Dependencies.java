package dev.nabla.graph;

import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.Symbol;
import dev.nabla.graph.formula.Definitions;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which name needs which, and the directed paths from one to another. */
final class Dependencies {
  private final Map<String, Set<String>> needs = new LinkedHashMap<>();
  private final Set<String> onTheWay = new HashSet<>();
  private final String of;
  private final String by;

  /** Everything between {@code by} and {@code of}. */
  Dependencies(Definitions definitions, String of, String by) {
    this.of = of;
    this.by = by;
    onTheWay.add(by);
    definitions
        .formulas()
        .forEach(
            (name, formula) -> {
              Set<String> symbols = symbols(formula);
              needs.put(name, symbols);
              if (!name.equals(by) && symbols.stream().anyMatch(onTheWay::contains)) {
                onTheWay.add(name);
              }
            });
  }

  /** The names in a formula, in the order in which they are written. */
  static Set<String> symbols(Expression formula) {
    Set<String> symbols = new LinkedHashSet<>();
    collect(formula, symbols);
    return symbols;
  }

  private static void collect(Expression formula, Set<String> into) {
    if (formula instanceof Symbol symbol) {
      into.add(symbol.name());
    }
    formula.inputs().forEach(input -> collect(input, into));
  }

  /** Whether {@code of} depends on {@code by} at all. */
  boolean exist() {
    return onTheWay.contains(of);
  }

  boolean isOnTheWay(String name) {
    return onTheWay.contains(name);
  }

  /** The names on the way that a formula uses itself. */
  List<String> next(String name) {
    return needs.get(name).stream().filter(onTheWay::contains).toList();
  }

  /** True if a formula depends on a single name. */
  boolean dependsOnOne(String name) {
    return needs.get(name).size() == 1;
  }

  /** True if {@code of} is a function of {@code by} alone, however many names are between. */
  boolean areAll() {
    Set<String> reached = new HashSet<>(Set.of(of));
    List<String> next = new ArrayList<>(reached);
    while (!next.isEmpty()) {
      String name = next.remove(next.size() - 1);
      if (!name.equals(by)) {
        if (!needs.containsKey(name)) {
          return false;
        }
        needs.get(name).stream().filter(reached::add).forEach(next::add);
      }
    }
    return true;
  }

  /** The number of directed paths. */
  BigInteger count() {
    Map<String, BigInteger> counts = new HashMap<>();
    counts.put(by, BigInteger.ONE);
    for (String name : needs.keySet()) {
      if (onTheWay.contains(name) && !name.equals(by)) {
        BigInteger sum = BigInteger.ZERO;
        for (String needed : next(name)) {
          sum = sum.add(counts.get(needed));
        }
        counts.put(name, sum);
      }
    }
    return counts.getOrDefault(of, BigInteger.ZERO);
  }

  /** All directed paths, each from {@code of} down to {@code by}. */
  List<List<String>> paths() {
    List<List<String>> complete = new ArrayList<>();
    List<List<String>> open = new ArrayList<>();
    open.add(List.of(of));
    while (!open.isEmpty()) {
      List<String> path = open.remove(0);
      String last = path.get(path.size() - 1);
      if (last.equals(by)) {
        complete.add(path);
        continue;
      }
      int at = 0;
      for (String needed : next(last)) {
        List<String> longer = new ArrayList<>(path);
        longer.add(needed);
        open.add(at++, longer);
      }
    }
    return complete;
  }
}
