package dev.nabla.kernel.magic;

import static java.util.Map.entry;

import dev.nabla.kernel.shell.BadCall;
import dev.nabla.kernel.shell.Call;
import dev.nabla.kernel.shell.Completion;
import dev.nabla.kernel.shell.Completion.Match;
import dev.nabla.kernel.shell.Magics;
import dev.nabla.kernel.shell.Outcome;
import dev.nabla.kernel.shell.Running;
import dev.nabla.kernel.shell.Shell;
import dev.nabla.kernel.shell.advice.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** All magics by name. Those of the kernel are made when they are first asked for. */
public final class Registry implements Magics {
  private final Shell shell;
  private final Libraries libraries;
  private final Past past;
  private final Map<String, Magic> magics = new TreeMap<>();

  /**
   * @param libraries told what comes onto the class path
   * @param past what {@code %history} prints
   */
  public Registry(Shell shell, Libraries libraries, Past past) {
    this.shell = shell;
    this.libraries = libraries;
    this.past = past;
  }

  /** The kernel's own, each one line. */
  private Map<String, Supplier<Magic>> own() {
    return Map.ofEntries(
        entry("bash", Bash::new),
        entry("classpath", () -> new Classpath(libraries)),
        entry("help", () -> new Help(this)),
        entry("history", () -> new History(past)),
        entry("html", () -> Markup.HTML),
        entry("jars", () -> new Jars(libraries)),
        entry("latex", () -> Markup.LATEX),
        entry("load", Load::new),
        entry("lsmagic", () -> new LsMagic(this)),
        entry("markdown", () -> Markup.MARKDOWN),
        entry("maven", () -> new Maven(libraries)),
        entry("precision", Precision::new),
        entry("reset", Reset::new),
        entry("seed", Seed::new),
        entry("svg", () -> Markup.SVG),
        entry("time", Time::new),
        entry("timeit", TimeIt::new),
        entry("vars", Vars::new));
  }

  private Magic create(String name) {
    Supplier<Magic> maker = own().get(name);
    return maker == null ? null : maker.get();
  }

  /** Adds a magic of a library, or puts it in the place of an earlier one of its name. */
  public synchronized void add(Magic magic) {
    magics.put(magic.name(), new Foreign(magic));
  }

  /** The magic of this name, or null. */
  synchronized Magic find(String name) {
    return magics.computeIfAbsent(name, this::create);
  }

  /** All magics in the order of their names. */
  synchronized List<Magic> all() {
    own().keySet().forEach(this::find);
    return List.copyOf(magics.values());
  }

  private synchronized Set<String> names() {
    Set<String> names = new TreeSet<>(own().keySet());
    names.addAll(magics.keySet());
    return names;
  }

  /** How to go on where there is no magic of this name. */
  String advice(String name, String signs) {
    String near = Nearest.of(name, names());
    return near == null
        ? "%lsmagic lists them all."
        : "Did you mean " + signs + near + "? %lsmagic lists them all.";
  }

  @Override
  public Outcome run(Call call, Running cell) throws Exception {
    if (call.name().endsWith("?")) {
      Magic magic = find(nameOf(call));
      if (magic == null) {
        throw unknown(call);
      }
      return new Outcome.Value(new Page(magic));
    }
    Magic magic = find(call.name());
    if (magic == null) {
      throw unknown(call);
    }
    Manual manual = magic.manual();
    Invocation invocation = Invocation.of(call, cell, manual, takesRest(magic));
    if (call.isCell() && !manual.isCell()) {
      throw invocation.bad("it takes one line, not a cell. Write %" + call.name() + ".");
    }
    if (!call.isCell() && !manual.isLine()) {
      throw invocation.bad(
          "it takes a whole cell. Write %%" + call.name() + " on its first line, the rest below.");
    }
    return magic.run(invocation);
  }

  private static boolean takesRest(Magic magic) {
    return magic.takesJava() || magic.takesText();
  }

  private BadCall unknown(Call call) {
    String sign = call.isCell() ? "%%" : "%";
    return new BadCall(
        "there is no magic " + sign + nameOf(call) + ". " + advice(nameOf(call), sign),
        call.start(),
        call.start() + call.sign().length());
  }

  private static String nameOf(Call call) {
    return call.name().replaceAll("\\?+$", "");
  }

  @Override
  public int javaFrom(Call call) {
    Magic magic = find(call.name());
    try {
      return magic == null || !magic.takesJava()
          ? -1
          : Invocation.of(call, null, magic.manual(), true).codeFrom();
    } catch (BadCall unfinished) {
      return -1;
    }
  }

  @Override
  public Map<String, String> inspect(Call call) {
    Magic magic = find(nameOf(call));
    return magic == null ? Map.of() : new Page(magic).bundle();
  }

  @Override
  public Completion complete(Call call, int cursor) {
    int signEnd = call.start() + call.sign().length();
    if (cursor <= signEnd) {
      String sign = call.isCell() ? "%%" : "%";
      List<Match> matches =
          names().stream()
              .filter(each -> each.startsWith(call.name()))
              .map(this::find)
              .filter(each -> call.isCell() ? each.manual().isCell() : each.manual().isLine())
              .map(each -> new Match(sign + each.name(), "magic"))
              .toList();
      return new Completion(matches, call.start(), cursor);
    }
    Magic magic = find(call.name());
    String line = call.arguments();
    int before = cursor - call.argumentsStart();
    if (magic == null || cursor > call.argumentsStart() + line.length() && call.isCell()) {
      return new Completion(List.of(), cursor, cursor);
    }
    String typed = before <= line.length() ? line.substring(0, Math.max(0, before)) : "";
    String word = typed.substring(typed.lastIndexOf(' ') + 1);
    List<Match> matches = new ArrayList<>();
    if (word.startsWith("-")) {
      magic.manual().options().stream()
          .filter(each -> each.name().startsWith(word))
          .forEach(each -> matches.add(new Match(each.name(), "option")));
    } else {
      magic.complete(word, shell).forEach(each -> matches.add(new Match(each, "argument")));
    }
    return new Completion(matches, cursor - word.length(), cursor);
  }

  /** A magic of a library runs where the code of cells runs, so that an interrupt stops it. */
  private record Foreign(Magic magic) implements Magic {
    @Override
    public String name() {
      return magic.name();
    }

    @Override
    public Manual manual() {
      return magic.manual();
    }

    @Override
    public boolean takesJava() {
      return false;
    }

    @Override
    public boolean takesText() {
      return magic.takesText();
    }

    @Override
    public Outcome run(Invocation invocation) throws Exception {
      return (Outcome) invocation.cell().foreign(() -> magic.run(invocation));
    }

    @Override
    public List<String> complete(String word, Shell shell) {
      return magic.complete(word, shell);
    }
  }
}
