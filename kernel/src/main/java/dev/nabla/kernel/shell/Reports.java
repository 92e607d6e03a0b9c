package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.Cell.Part;
import dev.nabla.kernel.shell.Cell.Place;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/** Turns what JShell and the JVM say into failures that a student can act on. */
final class Reports {
  private final JShell jshell;
  private final Traces traces;

  Reports(JShell jshell, Origins origins, Variables variables) {
    this.jshell = jshell;
    this.traces = new Traces(origins);
  }

  /** The compiler refused a part. */
  Failure rejected(Cell cell, Part part, Snippet snippet) {
    List<Diag> problems = jshell.diagnostics(snippet).filter(Diag::isError).toList();
    if (problems.isEmpty()) {
      return compileFailure(cell, part.start(), part.end(), "this is not Java.");
    }
    Diag first = problems.get(0);
    return compileFailure(
        cell,
        part.start() + (int) first.getStartPosition(),
        part.start() + (int) first.getEndPosition(),
        first.getMessage(Locale.ROOT));
  }

  /** A declaration uses names that nobody has declared. */
  Failure unresolved(Cell cell, DeclarationSnippet declaration) {
    String names = jshell.unresolvedDependencies(declaration).collect(Collectors.joining(", "));
    int start = cell.source().indexOf(declaration.source());
    return compileFailure(cell, start, start, "unknown: " + names);
  }

  private static Failure compileFailure(Cell cell, int start, int end, String words) {
    Place place = cell.place(start);
    String headline = "Line " + place.line() + ", column " + place.column() + ": " + words;
    String line = cell.line(place.line());
    int width = Math.max(1, Math.min(end - start, line.length() - place.column() + 1));
    return new Failure(
        "CompileError",
        headline,
        List.of(headline, line, " ".repeat(place.column() - 1) + "^".repeat(width)));
  }

  /** The code of a part threw something. */
  Failure thrown(Cell cell, Part part, List<SnippetEvent> events, Throwable thrown) {
    JShellException translated =
        events.stream()
            .map(SnippetEvent::exception)
            .filter(EvalException.class::isInstance)
            .findFirst()
            .orElse(null);
    String message = thrown.getMessage();
    List<String> report = new ArrayList<>();
    List<String> places = traces.of(translated);
    if (thrown instanceof NablaException || thrown instanceof Exits.ExitTrapped) {
      report.add(message);
    } else {
      report.add(name(thrown) + (message == null ? "" : ": " + message));
    }
    report.addAll(places);
    return new Failure(name(thrown), message == null ? "" : message, report);
  }

  Failure interrupted(Cell cell, Part part) {
    String words =
        "Interrupted in line " + cell.place(part.start()).line() + ". All variables are kept.";
    return new Failure("Interrupted", words, List.of(words));
  }

  private static String name(Throwable thrown) {
    String simple = thrown.getClass().getSimpleName();
    return simple.isEmpty() ? thrown.getClass().getName() : simple;
  }
}
