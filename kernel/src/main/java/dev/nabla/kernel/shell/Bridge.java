package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.Fields.Made;
import dev.nabla.kernel.shell.Inventory.Changes;
import dev.nabla.kernel.shell.direct.CellCompiler;
import dev.nabla.kernel.shell.direct.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * Lets the two ways that a part of a cell can be run see each other's names. What JShell declared
 * the short way imports; what the short way declared JShell imports too, but only when it is asked
 * for, because each name that JShell knows slows it down.
 */
final class Bridge {
  private static final Pattern OF_ITSELF =
      Pattern.compile("\\s*(final\\s+)?var\\s+(\\w+)\\s*=\\s*\\2\\s*;?\\s*");
  private static final Pattern NAMELESS = Pattern.compile("\\$JShell\\$(?!\\w)");

  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  private final JShell jshell;
  private final Fields fields;
  private final Origins origins;
  private final CellCompiler compiler;
  private final CellControl control;
  private final Inventory inventory;
  private final Leftovers leftovers;
  private final ReentrantLock evaluating = new ReentrantLock();
  private final Map<String, Snippet> handed = new HashMap<>();
  private volatile boolean prepared;

  Bridge(
      JShell jshell,
      Fields fields,
      Origins origins,
      CellCompiler compiler,
      CellControl control,
      Inventory inventory,
      Leftovers leftovers) {
    this.jshell = jshell;
    this.fields = fields;
    this.origins = origins;
    this.compiler = compiler;
    this.control = control;
    this.inventory = inventory;
    this.leftovers = leftovers;
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
      List<String> moved = own.stream().filter(handed::containsKey).toList();
      moved.forEach(this::move);
      List<String> losses = new ArrayList<>(moved.isEmpty() ? List.of() : refresh());
      handOver(source, own);
      List<SnippetEvent> events = eval(source);
      for (SnippetEvent event : events) {
        if (event.snippet() instanceof VarSnippet variable && event.status() == Status.VALID) {
          gone(fields.remove(variable.name()));
        }
      }
      losses.addAll(refresh());
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
      if (made == null || except.contains(made.name())) {
        continue;
      }
      if (source.contains("->")) {
        leftovers.reads(made.slot());
      }
      if (handed.containsKey(made.name())) {
        continue;
      }
      if (made.slot().field().getGenericType().getTypeName().contains("REPL.")) {
        // JShell reads its own classes anew for each task, ours only once.
        move(made.name());
      } else {
        handed.put(made.name(), jshell.eval(made.asImport()).get(0).snippet());
      }
    }
  }

  /**
   * Evaluates. Where methods that depend on each other are replaced in more than one round, JShell
   * now and then imports one of them from a class without a name, and refuses the part for it; the
   * second time that method has its name again.
   */
  private List<SnippetEvent> eval(String source) {
    List<SnippetEvent> events = compiled(source);
    if (events.stream().noneMatch(this::isRefusedForNothing)) {
      return events;
    }
    List<SnippetEvent> all =
        new ArrayList<>(events.stream().filter(each -> each.causeSnippet() != null).toList());
    all.addAll(jshell.eval(source));
    return all;
  }

  /** The compiler of JDK 17 itself fails over {@code var g = g;}, and not over this. */
  private List<SnippetEvent> compiled(String source) {
    try {
      return jshell.eval(source);
    } catch (InternalError e) {
      if (!OF_ITSELF.matcher(source).matches()) {
        throw e;
      }
      return jshell.eval(source.replaceFirst("=", "= 0 +"));
    }
  }

  private boolean isRefusedForNothing(SnippetEvent event) {
    return event.status() == Status.REJECTED
        && jshell
            .diagnostics(event.snippet())
            .anyMatch(each -> NAMELESS.matcher(each.getMessage(Locale.ROOT)).find());
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
    jshell.variables().filter(this::isValid).forEach(v -> before.put(v.name(), value(v)));
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
        .filter(each -> isValid(each) && before.get(each.name()) != value(each))
        .forEach(each -> slot(each).set(before.get(each.name())));
    gone(made);
  }

  private Slot slot(VarSnippet variable) {
    return control.slot(
        jshell.sourceCodeAnalysis().wrapper(variable).fullClassName(), variable.name());
  }

  private Object value(VarSnippet variable) {
    return slot(variable).get();
  }

  private void gone(Made made) {
    if (made != null) {
      leftovers.replaced(made.slot());
    }
  }

  private boolean isValid(Snippet snippet) {
    return jshell.status(snippet) == Status.VALID;
  }

  /** Forgets all variables, methods and classes of a name, and the values. */
  void forget(String name) {
    evaluating.lock();
    try {
      takeBack(name);
      Made made = fields.remove(name);
      if (made != null) {
        made.slot().empty();
      }
      jshell
          .snippets()
          .filter(each -> each instanceof DeclarationSnippet named && named.name().equals(name))
          .filter(each -> jshell.status(each).isActive() && origins.of(each.id()) != null)
          .toList()
          .forEach(this::drop);
      refresh();
    } finally {
      evaluating.unlock();
    }
  }

  private void drop(Snippet snippet) {
    if (snippet instanceof VarSnippet variable && isValid(variable)) {
      slot(variable).empty();
    }
    jshell.drop(snippet);
  }

  /**
   * JShell keeps the value of each expression in a variable $1, $2 ...; each slows all later cells.
   */
  void forgetTemporary(List<SnippetEvent> events) {
    for (SnippetEvent event : events) {
      if (event.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
          && event.status() == Status.VALID) {
        drop(event.snippet());
        origins.remove(event.snippet());
      }
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

  /** Takes stock of what JShell knows; gives what was lost. */
  private List<String> refresh() {
    compiler.refresh();
    Changes changes = inventory.take(handed.values());
    changes.variables().forEach((name, home) -> leftovers.replaced(control.slot(home, name)));
    List<String> notes = new ArrayList<>();
    changes.types().forEach((type, home) -> notes.addAll(lost(type, home)));
    if (!notes.isEmpty()) {
      refresh();
    }
    return notes;
  }

  /** The objects of a class that was replaced have no place any more. */
  private List<String> lost(String type, String home) {
    List<String> notes = new ArrayList<>();
    for (Made made : fields.all()) {
      if (made.slot().field().getGenericType().getTypeName().contains(home + "$")) {
        takeBack(made.name());
        gone(fields.remove(made.name()));
        redeclare(made);
        notes.add(Losses.ofVariable(made.name(), type, made.cell().number()));
      }
    }
    return notes;
  }

  private static String declaration(Made made) {
    return made.type().replaceAll("REPL\\.\\$JShell\\$\\w+\\.", "") + " " + made.name() + ";";
  }
}
