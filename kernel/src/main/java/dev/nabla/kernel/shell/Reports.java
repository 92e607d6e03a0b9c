package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.Cell.Part;
import dev.nabla.kernel.shell.Cell.Place;
import dev.nabla.kernel.shell.Origins.Origin;
import dev.nabla.kernel.shell.advice.Caret;
import dev.nabla.kernel.shell.advice.CompileAdvice;
import dev.nabla.kernel.shell.advice.CompileProblem;
import dev.nabla.kernel.shell.advice.Message;
import dev.nabla.kernel.shell.advice.RuntimeAdvice;
import dev.nabla.kernel.shell.advice.RuntimeProblem;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;

/** Turns what JShell and the JVM say into failures that a student can act on. */
final class Reports {
  private static final Pattern MISSING_VARIABLE = Pattern.compile("symbol:\\s+variable (\\w+)");
  private static final String COMPILE_ERROR = "CompileError";

  private final JShell jshell;
  private final Origins origins;
  private final Names names;
  private final Variables variables;
  private final Traces traces;

  Reports(JShell jshell, Frames frames, Origins origins, Names names, Variables variables) {
    this.jshell = jshell;
    this.origins = origins;
    this.names = names;
    this.variables = variables;
    this.traces = new Traces(frames);
  }

  /** The compiler refused a part. */
  Failure rejected(Cell cell, Part part, Snippet snippet) {
    List<Diag> problems = jshell.diagnostics(snippet).toList();
    Failure lost = lost(cell, part, problems);
    if (lost != null) {
      return lost;
    }
    return compileFailure(cell, CompileProblem.of(cell.source(), part.start(), problems));
  }

  /** Nothing could be read from a part, and the compiler does not say why. */
  Failure unreadable(Cell cell, Part part) {
    return compileFailure(cell, CompileProblem.of(cell.source(), part.start(), List.of()));
  }

  /** The part uses a variable that was there until its class was changed. */
  private Failure lost(Cell cell, Part part, List<Diag> problems) {
    for (Diag problem : problems) {
      Matcher missing = MISSING_VARIABLE.matcher(problem.getMessage(Locale.ROOT));
      if (!missing.find()) {
        continue;
      }
      Optional<VarSnippet> variable =
          jshell.variables().filter(each -> each.name().equals(missing.group(1))).findFirst();
      if (variable.isPresent()) {
        Place from = cell.place(part.start() + (int) problem.getStartPosition());
        int length = (int) (problem.getEndPosition() - problem.getStartPosition());
        Origin origin = origins.of(variable.get().id());
        String text =
            "Line "
                + from.line()
                + ": "
                + missing.group(1)
                + " was lost when its class was changed. Run cell "
                + (origin == null ? "with it" : origin.cell().number())
                + " again.";
        Message message =
            new Message(from.line(), from.column(), from.column() + Math.max(1, length), text);
        return new Failure(COMPILE_ERROR, text, lines(message, cell, List.of()));
      }
    }
    return null;
  }

  /** A method of an earlier cell was called that does not compile any more. */
  private Failure unresolvedCall(Cell cell, int line, UnresolvedReferenceException call) {
    DeclarationSnippet called = call.getSnippet();
    Origin origin = origins.of(called.id());
    String reason =
        CompileAdvice.of(
                CompileProblem.of(
                    origin.cell().source(),
                    origin.part().start(),
                    jshell.diagnostics(called).toList()),
                names.known())
            .text();
    String text =
        "Line "
            + line
            + ": "
            + called.name()
            + " of cell "
            + origin.cell().number()
            + " does not fit any more. There, "
            + reason.substring(0, 1).toLowerCase(Locale.ROOT)
            + reason.substring(1);
    return new Failure(COMPILE_ERROR, text, lines(new Message(line, 1, 2, text), cell, List.of()));
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
    Traces.Way way = traces.of(thrown, cell);
    for (SnippetEvent event : events) {
      if (event.exception() instanceof UnresolvedReferenceException call
          && origins.of(call.getSnippet().id()) != null) {
        return unresolvedCall(cell, Math.max(1, way.line()), call);
      }
    }
    Message message =
        RuntimeAdvice.of(new RuntimeProblem(thrown, cell.source(), way.line(), variables::valueOf));
    String own = thrown.getMessage() == null ? "" : thrown.getMessage();
    List<String> report = lines(message, cell, way.calls());
    if (thrown instanceof OutOfMemoryError) {
      report.addAll(Largest.advice(variables.all()));
    }
    return new Failure(name(thrown), own, report);
  }

  /** A magic did not do its work. */
  Failure magic(Cell cell, Part part, Throwable thrown) {
    Place from = cell.place(thrown instanceof BadCall bad ? bad.from() : part.magic().start());
    Place to =
        cell.place(
            thrown instanceof BadCall bad
                ? bad.to()
                : part.magic().start() + part.magic().sign().length());
    boolean ours = thrown instanceof BadCall || thrown instanceof NablaException;
    String reason = ours ? thrown.getMessage() : part.magic().sign() + ": " + thrown;
    String text = "Line " + from.line() + ": " + reason;
    Message message = new Message(from.line(), from.column(), to.column(), text);
    return new Failure("MagicError", reason, lines(message, cell, List.of()));
  }

  /** Code that a cell had left behind threw something: the way there, since no cell runs. */
  Failure thrown(Throwable thrown) {
    List<String> report = new ArrayList<>();
    report.add(RuntimeAdvice.of(new RuntimeProblem(thrown, "", 0, variables::valueOf)).text());
    report.addAll(traces.of(thrown, null).calls());
    String own = thrown.getMessage() == null ? "" : thrown.getMessage();
    return new Failure(name(thrown), own, report);
  }

  /** The user asked for the end of code that a cell had left behind. */
  static Failure interrupted() {
    String words = "Interrupted. All variables are kept.";
    return new Failure("Interrupted", words, List.of(words));
  }

  /** The user asked for the end. */
  Failure interrupted(Cell cell, Part part) {
    int line = cell.place(part.start()).line();
    String words = "Interrupted in line " + line + ". All variables are kept.";
    return new Failure("Interrupted", words, List.of(words));
  }

  /** The user asked for the end after the cell had run, while its value was made into a picture. */
  static Failure interruptedWhileShown() {
    String words = "Interrupted while the value was shown. All variables are kept.";
    return new Failure("Interrupted", words, List.of(words));
  }

  /** Making the value into text or a picture failed. */
  static Failure cannotBeShown(Throwable thrown) {
    String words = "The cell ran, but its value cannot be shown: " + thrown + ".";
    return new Failure(name(thrown), words, List.of(words));
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
