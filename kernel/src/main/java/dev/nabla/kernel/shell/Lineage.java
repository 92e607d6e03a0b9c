package dev.nabla.kernel.shell;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was computed from what, as far as the source tells: a variable comes from the names in its
 * declaration. When one of them is declared anew in other words, what came from it is older.
 */
public final class Lineage {
  private static final Pattern NAME =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|//.*|(?<![\\w.])([A-Za-z_]\\w*)");

  /**
   * A name as it was declared last.
   *
   * @param version counts the declarations in other words
   * @param from the names it came from, each with its version then
   */
  private record Declared(String source, int cell, int version, Map<String, Integer> from) {}

  private final Map<String, Declared> declared = new HashMap<>();

  /** A cell has declared a name, or given it a new value. */
  synchronized void declare(String name, String source, int cell) {
    Declared before = declared.get(name);
    int version =
        before == null ? 1 : before.source.equals(source) ? before.version : before.version + 1;
    Map<String, Integer> from = new LinkedHashMap<>();
    Matcher names = NAME.matcher(source);
    while (names.find()) {
      String other = names.group(1);
      if (other != null && !other.equals(name) && declared.containsKey(other)) {
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
