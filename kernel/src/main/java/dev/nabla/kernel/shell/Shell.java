package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.advice.Warnings;
import dev.nabla.kernel.shell.direct.CellCompiler;
import dev.nabla.kernel.shell.direct.ClassFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jshell.JShell;

/**
 * Runs cells. Everything that JShell does for us is behind this class: a cell goes in, an {@link
 * Outcome} comes out.
 *
 * <p>Cells run one at a time, on the caller's thread; {@link #interrupt} and the questions of the
 * {@link Assistant} may come from other threads meanwhile.
 */
public final class Shell implements AutoCloseable {
  private static final String SAMPLE = "ma";

  private final ClassFiles classFiles = new ClassFiles();
  private final CellControl control = new CellControl(classFiles);
  private final Fields fields = new Fields();
  private final CellCompiler compiler;
  private final JShell jshell;
  private final Bridge bridge;
  private final Units units;
  private final Interrupter interrupter = new Interrupter(control);
  private final Origins origins = new Origins();
  private final Lineage lineage = new Lineage();
  private final Names names;
  private final Reports reports;
  private final Variables variables;
  private final Runner runner;
  private volatile Magics magics = Magics.NONE;

  /** Starts JShell and imports what every cell may use. */
  public Shell() {
    this(List.of());
  }

  /**
   * @param compilerOptions such as {@code --enable-preview}, which the JVM must have been given too
   */
  public Shell(List<String> compilerOptions) {
    this(compilerOptions, true);
  }

  /**
   * @param shortWay false lets JShell do everything, which must give the same
   */
  Shell(List<String> compilerOptions, boolean shortWay) {
    List<String> options = new ArrayList<>(List.of("-g", "-parameters"));
    options.addAll(compilerOptions);
    if (compilerOptions.contains("--enable-preview")) {
      options.addAll(List.of("-source", Integer.toString(Runtime.version().feature())));
    }
    jshell =
        JShell.builder()
            .executionEngine(control.asProvider(), Map.of())
            .fileManager(classFiles::standardBeside)
            .compilerOptions(options.toArray(String[]::new))
            .build();
    compiler = new CellCompiler(options, classFiles);
    units = new Units(jshell, compiler);
    Inventory inventory = new Inventory(jshell);
    Leftovers leftovers = new Leftovers();
    bridge = new Bridge(jshell, fields, origins, compiler, control, inventory, leftovers);
    variables = new Variables(jshell, control, origins, fields);
    names = new Names(jshell, origins, fields);
    Frames frames = new Frames(jshell, origins);
    reports = new Reports(jshell, frames, origins, names, variables);
    Direct direct =
        shortWay
            ? new Direct(
                compiler, classFiles, control, fields, bridge, inventory, leftovers, origins)
            : null;
    LongWay longWay = new LongWay(jshell, control, bridge, origins, lineage, reports, interrupter);
    runner =
        new Runner(
            this, () -> magics, control, compiler, direct, longWay, lineage, reports, interrupter);
  }

  /** What answers questions about code while cells run. */
  public Assistant assistant() {
    return new Assistant(jshell.sourceCodeAnalysis(), units, variables, fields, bridge, magics);
  }

  /** From now on lines that begin with a percent sign mean what {@code magics} says. */
  public void use(Magics magics) {
    this.magics = magics;
  }

  /** The loader of the classes that cells see. */
  public ClassLoader loader() {
    return control.loader();
  }

  /** Adds jars and folders of classes to what cells see, from their next line on. */
  public void addToClasspath(List<Path> paths) {
    for (Path each : paths) {
      jshell.addToClasspath(each.toString());
      compiler.addPath(each.toString());
    }
  }

  /** How long code of cells has run up to now, without the time to compile it. */
  public long nanosRun() {
    return control.nanosRun();
  }

  /** What the cells have declared and is still there, in the order of declaration. */
  public List<Declared> declared() {
    return names.declared();
  }

  /** Forgets all variables, methods and classes of this name, and what they hold. */
  public void forget(String name) {
    Results.forget(variables.valueOf(name));
    bridge.forget(name);
  }

  /** Forgets all that cells have declared and shown. */
  public void forgetAll() {
    declared().forEach(each -> bridge.forget(each.name()));
    Results.forget();
  }

  /** How many parts of cells JShell had to take. */
  long takenByJShell() {
    return jshell.snippets().filter(each -> origins.of(each.id()) != null).count();
  }

  /** Asks about code from any thread: waits while a cell is compiled, but not while it runs. */
  public <T> T ask(Function<Assistant, T> question) {
    return control.turn().with(() -> question.apply(assistant()));
  }

  /** What was computed from what. */
  public Lineage lineage() {
    return lineage;
  }

  /** The variables of all cells. */
  public Variables variables() {
    return variables;
  }

  /**
   * Runs a cell to its end, or to its first failure. Where the source cannot be Java, nothing runs.
   *
   * @param number its execution count, for messages
   * @param owner whom its threads and its output belong to
   * @param notes told what the user should know although nothing failed
   */
  public Outcome run(int number, String source, Owner owner, Consumer<String> notes) {
    // Before its turn: an interrupt may come while the cell still waits for it.
    interrupter.begin(owner);
    try {
      return control.turn().with(() -> runInTurn(number, source, notes));
    } finally {
      interrupter.end();
    }
  }

  private Outcome runInTurn(int number, String source, Consumer<String> notes) {
    Cell cell = Cell.split(number, source, units);
    if (cell.unreadable() == null) {
      String java = cell.java(magics::javaFrom);
      Warnings.of(java, names.known()).forEach(each -> notes.accept(each.text()));
      lineage.leftBehind(java).forEach(notes);
    }
    Outcome outcome = runner.run(cell, notes);
    if (outcome instanceof Outcome.Failed) {
      Set<String> kept =
          declared().stream()
              .filter(each -> each.kind() == Declared.Kind.VARIABLE && each.cell() != number)
              .map(Declared::name)
              .collect(Collectors.toSet());
      lineage.fail(source, number, kept);
    }
    return outcome;
  }

  /** Runs the Java code between two places of a cell that runs. */
  Outcome runWithin(Cell cell, int from, int to, Consumer<String> notes) {
    return runner.run(cell.within(from, to, units), notes);
  }

  /** Runs other source while a cell runs. */
  Outcome runNested(int number, String source, Consumer<String> notes) {
    return runner.run(Cell.split(number, source, units), notes);
  }

  <T> T waiting(Callable<T> work) throws Exception {
    return control.turn().without(() -> interrupter.waiting(work));
  }

  Object foreign(Callable<?> code) throws Exception {
    UserThread.Result result = control.call(code);
    if (result.thrown() instanceof Error error) {
      throw error;
    }
    if (result.thrown() != null) {
      throw (Exception) result.thrown();
    }
    return result.value();
  }

  /**
   * Runs what a cell's value needs to be shown, such as its {@code toString}: on the thread of
   * cells, where an interrupt stops it.
   */
  public Outcome show(Owner owner, Callable<?> code) {
    interrupter.begin(owner);
    try {
      UserThread.Result result = control.call(code);
      if (interrupter.interrupted()) {
        return new Outcome.Failed(Reports.interruptedWhileShown());
      }
      return result.thrown() == null
          ? new Outcome.Value(result.value())
          : new Outcome.Failed(Reports.cannotBeShown(result.thrown()));
    } finally {
      interrupter.end();
    }
  }

  /**
   * Runs code that a cell has left behind, such as the action of a control, as if a cell ran it.
   *
   * @param owner whom its threads and its output belong to
   */
  public Outcome call(Owner owner, Runnable action) {
    interrupter.begin(owner);
    try {
      Throwable thrown = control.call(Executors.callable(action)).thrown();
      if (interrupter.interrupted()) {
        return new Outcome.Failed(Reports.interrupted());
      }
      return thrown == null ? new Outcome.Nothing() : new Outcome.Failed(reports.thrown(thrown));
    } finally {
      interrupter.end();
    }
  }

  /** Does all but run a first cell, since the compiler's first work is long. */
  public void getReady() {
    control
        .turn()
        .with(
            () -> {
              runner.prepare(Cell.split(0, "net()", units));
              return null;
            });
  }

  /** Keeps memory back for a cell that fills the heap. */
  public void keepReserve() {
    Reserve.refill();
  }

  /** Prepares what is not needed at once; call it when there is nothing else to do. */
  public void warmUp() {
    ask(
        assistant -> {
          bridge.prepare();
          return null;
        });
    interrupter.prepare();
    // The first completion would take a third of a second more.
    ask(assistant -> assistant.complete(SAMPLE, SAMPLE.length()));
  }

  /** Stops the running cell; does nothing when none runs. */
  public void interrupt() {
    interrupter.interrupt();
  }

  @Override
  public void close() {
    interrupter.close();
  }
}
