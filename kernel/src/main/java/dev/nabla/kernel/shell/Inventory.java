package dev.nabla.kernel.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/**
 * What JShell has declared and is there now, as the short way needs it: by the classes it is in.
 */
final class Inventory {
  private static final Pattern TYPE = Pattern.compile("(?<![.\\w$])[\\p{L}_$][\\p{L}\\p{N}_$]*");

  private final JShell jshell;
  private final Map<String, List<String>> imports = new HashMap<>();
  private final Map<String, VarSnippet> variables = new HashMap<>();
  private Map<String, String> homes = Map.of();
  private Map<String, String> types = Map.of();
  private List<String> userImports = List.of();
  private boolean unresolved;

  Inventory(JShell jshell) {
    this.jshell = jshell;
  }

  /**
   * What is in another class than before, or nowhere.
   *
   * @param variables name to the class that held it
   * @param types name to the class it was in
   */
  record Changes(Map<String, String> variables, Map<String, String> types) {}

  /**
   * Takes stock.
   *
   * @param ours imports that no cell has made
   */
  Changes take(Collection<Snippet> ours) {
    Map<String, String> homesBefore = homes;
    Map<String, String> typesBefore = types;
    imports.clear();
    variables.clear();
    homes = new LinkedHashMap<>();
    types = new LinkedHashMap<>();
    jshell.variables().filter(this::isValid).forEach(each -> add(each.name(), each));
    jshell.methods().filter(this::isValid).forEach(each -> add(each.name(), each));
    jshell.types().filter(this::isValid).forEach(each -> add(each.name(), each));
    unresolved =
        jshell
            .snippets()
            .map(jshell::status)
            .anyMatch(
                status ->
                    status == Status.RECOVERABLE_DEFINED
                        || status == Status.RECOVERABLE_NOT_DEFINED);
    userImports =
        jshell
            .imports()
            .skip(1)
            .filter(each -> isValid(each) && !ours.contains(each))
            .map(Inventory::asImport)
            .toList();
    return new Changes(changed(homesBefore, homes), changed(typesBefore, types));
  }

  private static Map<String, String> changed(Map<String, String> before, Map<String, String> now) {
    Map<String, String> changed = new LinkedHashMap<>(before);
    changed.entrySet().removeAll(now.entrySet());
    return changed;
  }

  private boolean isValid(Snippet snippet) {
    return jshell.status(snippet) == Status.VALID;
  }

  private void add(String name, Snippet snippet) {
    String home = jshell.sourceCodeAnalysis().wrapper(snippet).fullClassName();
    imports
        .computeIfAbsent(name, each -> new ArrayList<>())
        .add("import static " + home + "." + name + ";");
    if (snippet instanceof VarSnippet variable) {
      variables.put(name, variable);
      homes.put(name, home);
    } else if (snippet instanceof TypeDeclSnippet) {
      types.put(name, home);
    }
  }

  private static String asImport(ImportSnippet snippet) {
    return "import " + (snippet.isStatic() ? "static " : "") + snippet.fullname() + ";";
  }

  /** The imports that cells have made, and those of the names in a part that JShell declared. */
  List<String> importsFor(Set<String> names) {
    List<String> all = new ArrayList<>(userImports);
    names.forEach(name -> all.addAll(imports.getOrDefault(name, List.of())));
    return all;
  }

  /** JShell's variable of a name, or null. */
  VarSnippet variable(String name) {
    return variables.get(name);
  }

  /** The class that holds JShell's variable of a name, or null. */
  String homeOf(String variable) {
    return homes.get(variable);
  }

  /** What a type name means now: for a class of a cell, which version of it. */
  String meaning(String type) {
    return TYPE.matcher(type)
        .replaceAll(
            name ->
                Matcher.quoteReplacement(
                    types.containsKey(name.group())
                        ? types.get(name.group()) + "." + name.group()
                        : name.group()));
  }

  /** Whether something waits for a name that only JShell will recognize when it comes. */
  boolean isUnresolved() {
    return unresolved;
  }
}
