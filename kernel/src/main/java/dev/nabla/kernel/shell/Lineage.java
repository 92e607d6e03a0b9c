package dev.nabla.kernel.shell;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What was computed from what, as far as the source tells: a variable comes from the names in its
 * declaration. When one of them is declared anew in other words, what came from it is older; and
 * when the cell that declares a name anew fails, its value is.
 */
public final class Lineage {
  private static final Pattern NAME =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|//.*|(?<![\\w.])([A-Za-z_]\\w*)");

  /** A name that gets a type and a value at the beginning of a statement. */
  private static final Pattern DECLARATION =
      Pattern.compile(
          "(?m)(?:^|;)\\s*(?:final\\s+)?[A-Za-z_][\\w.<>\\[\\], ]*[\\s>\\]]([A-Za-z_]\\w*)\\s*=(?!=)");

  /**
   * A name as it was declared last.
   *
   * @param version counts the declarations in other words
   * @param from the names it came from, each with its version then
   */
  private record Declared(String source, int cell, int version, Map<String, Integer> from) {}

  private final Map<String, Declared> declared = new HashMap<>();

  /** The last cell that should have declared a name anew and failed. */
  private final Map<String, Integer> failed = new HashMap<>();

  /** A cell has declared a name, or given it a new value. */
  synchronized void declare(String name, String source, int cell) {
    Declared before = declared.get(name);
    int version =
        before == null ? 1 : before.source.equals(source) ? before.version : before.version + 1;
    Map<String, Integer> from = new LinkedHashMap<>();
    for (String other : matches(NAME, source)) {
      if (!other.equals(name) && declared.containsKey(other)) {
        from.put(other, declared.get(other).version);
      }
    }
    declared.put(name, new Declared(source, cell, version, from));
  }

  /**
   * Says so where a variable came from something that has since changed.
   *
   * @return such as {@code from an older net, cell 3}
   */
  public synchronized Optional<String> note(String name) {
    return older(name, 0)
        .map(each -> "from an older " + each + ", cell " + declared.get(each).cell);
  }

  /**
   * A cell has failed.
   *
   * @param kept the variables that other cells have declared and that are still there
   */
  synchronized void fail(String source, int cell, Set<String> kept) {
    for (String name : matches(DECLARATION, source)) {
      failed.remove(name);
      if (kept.contains(name)) {
        failed.put(name, cell);
      }
    }
  }

  /**
   * What a cell reads although the cell that should have declared it anew has failed.
   *
   * @return such as {@code newW2 is what cell 3 made of it: cell 5, ...}
   */
  synchronized List<String> leftBehind(String source) {
    if (failed.isEmpty()) {
      return List.of();
    }
    Set<String> read = matches(NAME, source);
    read.removeAll(matches(DECLARATION, source));
    return read.stream()
        .filter(name -> declared.containsKey(name) && failed.containsKey(name))
        .filter(name -> declared.get(name).cell < failed.get(name))
        .map(
            name ->
                "%s is still what cell %d made it: cell %d, which declares it anew, has failed. Mend that cell and run it first."
                    .formatted(name, declared.get(name).cell, failed.get(name)))
        .toList();
  }

  private static Set<String> matches(Pattern pattern, String source) {
    Set<String> names = new LinkedHashSet<>();
    pattern
        .matcher(source)
        .results()
        .map(each -> each.group(1))
        .filter(Objects::nonNull)
        .forEach(names::add);
    return names;
  }

  /** The name that has changed since {@code name} was computed. */
  private Optional<String> older(String name, int depth) {
    Declared it = declared.get(name);
    if (it == null || depth > declared.size()) {
      return Optional.empty();
    }
    for (Map.Entry<String, Integer> each : it.from.entrySet()) {
      Declared now = declared.get(each.getKey());
      if (now != null && now.version != each.getValue()) {
        return Optional.of(each.getKey());
      }
      Optional<String> further = older(each.getKey(), depth + 1);
      if (further.isPresent()) {
        return further;
      }
    }
    return Optional.empty();
  }
}
