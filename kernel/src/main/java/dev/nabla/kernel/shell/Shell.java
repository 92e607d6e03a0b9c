package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.Cell.Part;
import dev.nabla.kernel.shell.advice.Warnings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs cells. Everything that JShell does for us is behind this class: a cell goes in, an {@link
 * Outcome} comes out.
 *
 * <p>Cells run one at a time, on the caller's thread; {@link #interrupt} and the questions of the
 * {@link Assistant} may come from other threads meanwhile.
 */
public final class Shell implements AutoCloseable {
  private final CellControl control = new CellControl();
  private final JShell jshell;
  private final SourceCodeAnalysis analysis;
  private final Interrupter interrupter = new Interrupter(control);
  private final Origins origins = new Origins();
  private final Lineage lineage = new Lineage();
  private final Losses losses = new Losses(origins);
  private final Names names;
  private final Reports reports;
  private final Variables variables;

  /** Starts JShell and imports what every cell may use. */
  public Shell() {
    this(List.of());
  }

  /**
   * @param compilerOptions such as {@code --enable-preview}, which the JVM must have been given too
   */
  public Shell(List<String> compilerOptions) {
    List<String> options = new ArrayList<>(List.of("-g", "-parameters"));
    options.addAll(compilerOptions);
    if (compilerOptions.contains("--enable-preview")) {
      options.addAll(List.of("-source", Integer.toString(Runtime.version().feature())));
    }
    jshell =
        JShell.builder()
            .executionEngine(provider(control), Map.of())
            .compilerOptions(options.toArray(String[]::new))
            .build();
    analysis = jshell.sourceCodeAnalysis();
    variables = new Variables(jshell, control);
    names = new Names(jshell, origins);
    reports = new Reports(jshell, origins, names, variables);
    jshell.eval(Preload.asOneSnippet());
  }

  /** What answers questions about code while cells run. */
  public Assistant assistant() {
    return new Assistant(jshell, analysis, variables, origins);
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
    return control.turn().with(() -> runInTurn(number, source, owner, notes));
  }

  private Outcome runInTurn(int number, String source, Owner owner, Consumer<String> notes) {
    interrupter.begin(owner);
    try {
      Cell cell = Cell.split(number, source, analysis);
      if (cell.unreadable() != null) {
        Outcome refused = run(cell, List.of(cell.unreadable()), notes);
        return refused instanceof Outcome.Failed
            ? refused
            : new Outcome.Failed(reports.unreadable(cell, cell.unreadable()));
      }
      Warnings.of(source, names.known()).forEach(each -> notes.accept(each.text()));
      return run(cell, cell.parts(), notes);
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

  /** Prepares what is not needed at once; call it when there is nothing else to do. */
  public void warmUp() {
    interrupter.prepare();
    Reserve.refill();
  }

  /** Stops the running cell; does nothing when none runs. */
  public void interrupt() {
    interrupter.interrupt();
  }

  @Override
  public void close() {
    interrupter.close();
  }

  private Outcome run(Cell cell, List<Part> parts, Consumer<String> notes) {
    Map<Snippet, Part> declared = new LinkedHashMap<>();
    Outcome outcome = new Outcome.Nothing();
    for (Part part : parts) {
      control.forget();
      List<SnippetEvent> events = jshell.eval(part.source());
      for (SnippetEvent event : events) {
        if (event.causeSnippet() == null) {
          origins.add(event.snippet(), cell, part);
          declared.put(event.snippet(), part);
        }
      }
      losses.of(events).forEach(notes);
      if (interrupter.interrupted()) {
        return new Outcome.Failed(reports.interrupted(cell, part));
      }
      if (control.last().thrown() != null) {
        return new Outcome.Failed(reports.thrown(cell, events, control.last().thrown()));
      }
      for (SnippetEvent event : events) {
        if (event.status() == Status.REJECTED && event.causeSnippet() == null) {
          return new Outcome.Failed(reports.rejected(cell, part, event.snippet()));
        }
      }
      declare(events, cell, part);
      boolean isLast = part == parts.get(parts.size() - 1);
      if (isLast && cell.showsItsValue() && isExpression(events) && !control.lastIsVoid()) {
        Results.keep(cell.number(), control.last().value());
        outcome = new Outcome.Value(control.last().value());
      }
      forgetTemporary(events);
    }
    Failure unresolved = unresolved(cell, declared);
    return unresolved == null ? outcome : new Outcome.Failed(unresolved);
  }

  private void declare(List<SnippetEvent> events, Cell cell, Part part) {
    for (SnippetEvent event : events) {
      if (event.causeSnippet() != null) {
        continue;
      }
      if (event.snippet() instanceof PersistentSnippet named
          && named.subKind() != Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
        lineage.declare(named.name(), part.source(), cell.number());
      } else if (event.snippet() instanceof ExpressionSnippet assigned
          && assigned.subKind() == Snippet.SubKind.ASSIGNMENT_SUBKIND) {
        lineage.declare(assigned.name(), part.source(), cell.number());
      }
    }
  }

  private static boolean isExpression(List<SnippetEvent> events) {
    return events.stream()
        .filter(event -> event.causeSnippet() == null)
        .anyMatch(
            event ->
                event.snippet().kind() == Snippet.Kind.EXPRESSION
                    || event.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND);
  }

  /**
   * JShell keeps the value of each expression in a variable $1, $2 ...; each slows all later cells.
   */
  private void forgetTemporary(List<SnippetEvent> events) {
    for (SnippetEvent event : events) {
      if (event.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
          && event.status() == Status.VALID) {
        jshell.drop(event.snippet());
        origins.remove(event.snippet());
      }
    }
  }

  /** A declaration may use names that are declared further down, but not names that never come. */
  private Failure unresolved(Cell cell, Map<Snippet, Part> declared) {
    for (Map.Entry<Snippet, Part> each : declared.entrySet()) {
      Status status = jshell.status(each.getKey());
      if (each.getKey() instanceof DeclarationSnippet declaration
          && (status == Status.RECOVERABLE_NOT_DEFINED || status == Status.RECOVERABLE_DEFINED)) {
        return reports.unresolved(cell, each.getValue(), declaration);
      }
    }
    return null;
  }

  private static ExecutionControlProvider provider(ExecutionControl control) {
    return new ExecutionControlProvider() {
      @Override
      public String name() {
        return "nabla";
      }

      @Override
      public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return control;
      }
    };
  }
}
