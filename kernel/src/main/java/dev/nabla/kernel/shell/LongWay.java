package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.Cell.Part;
import dev.nabla.kernel.shell.direct.Reading;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;

/**
 * The long way: runs a part of a cell by JShell. It takes methods, classes and imports, keeps what
 * depends on what, and says what is wrong with a part that does not compile.
 */
final class LongWay {
  private final JShell jshell;
  private final CellControl control;
  private final Bridge bridge;
  private final Origins origins;
  private final Lineage lineage;
  private final Reports reports;
  private final Interrupter interrupter;
  private final Losses losses;

  LongWay(
      JShell jshell,
      CellControl control,
      Bridge bridge,
      Origins origins,
      Lineage lineage,
      Reports reports,
      Interrupter interrupter) {
    this.jshell = jshell;
    this.control = control;
    this.bridge = bridge;
    this.origins = origins;
    this.lineage = lineage;
    this.reports = reports;
    this.interrupter = interrupter;
    this.losses = new Losses(origins);
  }

  /**
   * Runs one part.
   *
   * @param variables those it declares
   * @param isLast whether its value may be shown
   * @param declared takes what it declares
   */
  Outcome run(
      Cell cell,
      Part part,
      List<Reading.Declared> variables,
      boolean isLast,
      Map<Snippet, Part> declared,
      Consumer<String> notes) {
    control.forget();
    Bridge.Evaluated evaluated = bridge.evaluate(part.source(), variables);
    List<SnippetEvent> events = evaluated.events();
    for (SnippetEvent event : events) {
      if (event.causeSnippet() == null) {
        origins.add(event.snippet(), cell, part);
        declared.put(event.snippet(), part);
      }
    }
    losses.of(events).forEach(notes);
    evaluated.losses().forEach(notes);
    Failure failure = failure(cell, part, events);
    if (failure == null) {
      declare(events, cell, part);
    }
    bridge.forgetTemporary(events);
    boolean shows = isLast && cell.showsItsValue() && isExpression(events) && !control.lastIsVoid();
    Object value = control.last().value();
    control.forget();
    if (failure != null) {
      return new Outcome.Failed(failure);
    }
    return shows ? Results.shown(cell.number(), value) : new Outcome.Nothing();
  }

  private Failure failure(Cell cell, Part part, List<SnippetEvent> events) {
    if (interrupter.interrupted()) {
      return reports.interrupted(cell, part);
    }
    if (control.last().thrown() != null) {
      return reports.thrown(cell, events, control.last().thrown());
    }
    for (SnippetEvent event : events) {
      if (event.status() == Status.REJECTED && event.causeSnippet() == null) {
        return reports.rejected(cell, part, event.snippet());
      }
    }
    return null;
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

  /** A declaration may use names that are declared further down, but not names that never come. */
  Failure unresolved(Cell cell, Map<Snippet, Part> declared) {
    for (Map.Entry<Snippet, Part> each : declared.entrySet()) {
      Status status = jshell.status(each.getKey());
      if (each.getKey() instanceof DeclarationSnippet declaration
          && (status == Status.RECOVERABLE_NOT_DEFINED || status == Status.RECOVERABLE_DEFINED)) {
        return reports.unresolved(cell, each.getValue(), declaration);
      }
    }
    return null;
  }
}
