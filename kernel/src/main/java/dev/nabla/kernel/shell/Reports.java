package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.Cell.Part;
import dev.nabla.kernel.shell.advice.Caret;
import dev.nabla.kernel.shell.advice.CompileAdvice;
import dev.nabla.kernel.shell.advice.CompileProblem;
import dev.nabla.kernel.shell.advice.Message;
import dev.nabla.kernel.shell.advice.RuntimeAdvice;
import dev.nabla.kernel.shell.advice.RuntimeProblem;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/** Turns what JShell and the JVM say into failures that a student can act on. */
final class Reports {
  private static final String COMPILE_ERROR = "CompileError";

  private final JShell jshell;
  private final Names names;
  private final Variables variables;
  private final Traces traces;

  Reports(JShell jshell, Origins origins, Names names, Variables variables) {
    this.jshell = jshell;
    this.names = names;
    this.variables = variables;
    this.traces = new Traces(origins);
  }

  /** The compiler refused a part. */
  Failure rejected(Cell cell, Part part, Snippet snippet) {
    return compileFailure(
        cell, CompileProblem.of(cell.source(), part.start(), jshell.diagnostics(snippet).toList()));
  }

  /** A declaration uses a name that nobody has declared. */
  Failure unresolved(Cell cell, Part part, DeclarationSnippet declaration) {
    String missing = jshell.unresolvedDependencies(declaration).findFirst().orElse("");
    return compileFailure(
        cell, CompileProblem.unresolved(cell.source(), part.start(), part.end(), missing));
  }

  private Failure compileFailure(Cell cell, CompileProblem problem) {
    Message message = CompileAdvice.of(problem, names.known());
    return new Failure(COMPILE_ERROR, message.text(), lines(message, cell, List.of()));
  }

  /** The code of a cell threw something. */
  Failure thrown(Cell cell, List<SnippetEvent> events, Throwable thrown) {
    Traces.Way way = traces.of(events, cell);
    Message message =
        RuntimeAdvice.of(new RuntimeProblem(thrown, cell.source(), way.line(), variables::valueOf));
    String own = thrown.getMessage() == null ? "" : thrown.getMessage();
    return new Failure(name(thrown), own, lines(message, cell, way.calls()));
  }

  /** The user asked for the end. */
  Failure interrupted(Cell cell, Part part) {
    int line = cell.place(part.start()).line();
    String words = "Interrupted in line " + line + ". All variables are kept.";
    return new Failure("Interrupted", words, List.of(words));
  }

  private static List<String> lines(Message message, Cell cell, List<String> calls) {
    List<String> lines = new ArrayList<>();
    lines.add(message.text());
    lines.addAll(Caret.lines(message, cell.source()));
    lines.addAll(calls);
    return lines;
  }

  private static String name(Throwable thrown) {
    String simple = thrown.getClass().getSimpleName();
    return simple.isEmpty() ? thrown.getClass().getName() : simple;
  }
}
