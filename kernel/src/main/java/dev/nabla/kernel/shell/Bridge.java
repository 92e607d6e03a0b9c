package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.Fields.Made;
import dev.nabla.kernel.shell.direct.CellCompiler;
import dev.nabla.kernel.shell.direct.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/**
 * Lets the two ways that a part of a cell can be run see each other's names. What JShell declared
 * the short way imports; what the short way declared JShell imports too, but only when it is asked
 * for, because each name that JShell knows slows it down.
 */
final class Bridge {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  private static final Pattern TYPE = Pattern.compile("(?<![.\\w$])[\\p{L}_$][\\p{L}\\p{N}_$]*");

  private final JShell jshell;
  private final Fields fields;
  private final Origins origins;
  private final CellCompiler compiler;
  private final Values values;
  private final ReentrantLock evaluating = new ReentrantLock();
  private final Map<String, Snippet> handed = new HashMap<>();
  private final Map<String, List<String>> imports = new HashMap<>();
  private final Map<String, VarSnippet> variables = new HashMap<>();
  private Map<String, String> types = Map.of();
  private List<String> userImports = List.of();
  private volatile boolean prepared;
  private boolean unresolved;

  Bridge(JShell jshell, Fields fields, Origins origins, CellCompiler compiler, Values values) {
    this.jshell = jshell;
    this.fields = fields;
    this.origins = origins;
    this.compiler = compiler;
    this.values = values;
  }

  /** The values of JShell's variables. */
  interface Values {
    Object get(VarSnippet variable);

    void set(String className, String variable, Object value);
  }

  /** What JShell said of a part, and what of the short way's variables went with it. */
  record Evaluated(List<SnippetEvent> events, List<String> losses) {}

  /** Lets JShell evaluate a part, which may use all names. */
  Evaluated evaluate(String source, List<Reading.Declared> declared) {
    evaluating.lock();
    try {
      prepare();
      Set<String> own = new LinkedHashSet<>();
      declared.forEach(each -> own.add(each.name()));
      own.stream().filter(handed::containsKey).forEach(this::move);
      handOver(source, own);
      List<SnippetEvent> events = jshell.eval(source);
      for (SnippetEvent event : events) {
        if (event.snippet() instanceof VarSnippet variable && event.status() == Status.VALID) {
          fields.remove(variable.name());
        }
      }
      List<String> losses = refresh();
      return new Evaluated(events, losses);
    } finally {
      evaluating.unlock();
    }
  }

  /** JShell's first task is a long one; nothing needs it before. */
  void prepare() {
    if (prepared) {
      return; // also while code of a cell runs that JShell evaluates
    }
    evaluating.lock();
    try {
      if (!prepared) {
        prepared = jshell.eval(Preload.asOneSnippet()).get(0).status() == Status.VALID;
      }
    } finally {
      evaluating.unlock();
    }
  }

  /**
   * Lets JShell know the variables in a text about which it is asked; those it may not be told now,
   * because it evaluates something, it learns another time.
   */
  void handOver(String source) {
    prepare();
    if (evaluating.tryLock()) {
      try {
        handOver(source, Set.of());
      } finally {
        evaluating.unlock();
      }
    }
  }

  private void handOver(String source, Set<String> except) {
    Matcher names = NAME.matcher(source);
    while (names.find()) {
      Made made = fields.get(names.group());
      if (made == null || except.contains(made.name()) || handed.containsKey(made.name())) {
        continue;
      }
      if (made.field().getGenericType().getTypeName().contains("REPL.")) {
        // JShell reads its own classes anew for each task, ours only once.
        move(made.name());
      } else {
        handed.put(made.name(), jshell.eval(made.asImport()).get(0).snippet());
      }
    }
  }

  private void takeBack(String name) {
    Snippet snippet = handed.remove(name);
    if (snippet != null) {
      jshell.drop(snippet);
    }
  }

  /**
   * Makes a variable of the short way JShell's own, with its value. Methods and classes may use it,
   * and only JShell knows what becomes of them when it is declared anew.
   */
  private void move(String name) {
    Map<String, Object> before = new HashMap<>();
    jshell.variables().filter(this::isValid).forEach(v -> before.put(v.name(), values.get(v)));
    takeBack(name);
    Made made = fields.remove(name);
    before.put(name, made.value());
    redeclare(made);
    Pattern whole = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
    List<DeclarationSnippet> using = new ArrayList<>();
    jshell.methods().filter(each -> whole.matcher(each.source()).find()).forEach(using::add);
    jshell.types().filter(each -> whole.matcher(each.source()).find()).forEach(using::add);
    using.forEach(each -> jshell.eval(each.source()));
    // JShell empties variables that were computed from what it believes to be new.
    jshell
        .variables()
        .filter(each -> isValid(each) && before.get(each.name()) != values.get(each))
        .forEach(each -> set(each, before.get(each.name())));
  }

  private void set(VarSnippet variable, Object value) {
    values.set(
        jshell.sourceCodeAnalysis().wrapper(variable).fullClassName(), variable.name(), value);
  }

  /** Forgets all variables, methods and classes of a name. */
  void forget(String name) {
    evaluating.lock();
    try {
      takeBack(name);
      fields.remove(name);
      jshell
          .snippets()
          .filter(each -> each instanceof DeclarationSnippet named && named.name().equals(name))
          .filter(each -> jshell.status(each).isActive() && origins.of(each.id()) != null)
          .toList()
          .forEach(jshell::drop);
      refresh();
    } finally {
      evaluating.unlock();
    }
  }

  private void redeclare(Made made) {
    Snippet variable = jshell.eval(declaration(made)).get(0).snippet();
    origins.add(variable, made.cell(), made.part());
  }

  /** Whether JShell knows a variable of the short way, and may have compiled code that uses it. */
  boolean isHandedOver(String name) {
    return handed.containsKey(name);
  }

  /** Takes stock of what JShell knows. */
  private List<String> refresh() {
    compiler.refresh();
    imports.clear();
    variables.clear();
    Map<String, String> before = types;
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
            .filter(each -> isValid(each) && !handed.containsValue(each))
            .map(Bridge::asImport)
            .toList();
    return lost(before);
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
    } else if (snippet instanceof TypeDeclSnippet) {
      types.put(name, home);
    }
  }

  private static String asImport(ImportSnippet snippet) {
    return "import " + (snippet.isStatic() ? "static " : "") + snippet.fullname() + ";";
  }

  /** The objects of a class that was replaced have no place any more. */
  private List<String> lost(Map<String, String> before) {
    List<String> notes = new ArrayList<>();
    before.forEach(
        (type, home) -> {
          if (home.equals(types.get(type))) {
            return;
          }
          for (Made made : fields.all()) {
            if (made.field().getGenericType().getTypeName().contains(home + "$")) {
              takeBack(made.name());
              fields.remove(made.name());
              redeclare(made);
              notes.add(Losses.ofVariable(made.name(), type, made.cell().number()));
            }
          }
        });
    if (!notes.isEmpty()) {
      refresh();
    }
    return notes;
  }

  private static String declaration(Made made) {
    return made.type().replaceAll("REPL\\.\\$JShell\\$\\w+\\.", "") + " " + made.name() + ";";
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
