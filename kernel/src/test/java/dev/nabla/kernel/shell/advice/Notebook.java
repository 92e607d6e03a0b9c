package dev.nabla.kernel.shell.advice;

import dev.nabla.kernel.shell.advice.KnownNames.Kind;
import dev.nabla.kernel.shell.advice.KnownNames.Known;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Runs cells in a real JShell of this very process and asks for advice as the kernel does. */
final class Notebook implements AutoCloseable {
  private static final String IMPORTS =
      """
      import java.io.*;
      import java.math.*;
      import java.util.*;
      import java.util.function.*;
      import java.util.stream.*;
      import org.ejml.simple.*;
      import dev.nabla.kernel.shell.advice.Language.*;
      import dev.nabla.kernel.shell.advice.Language;
      import static java.lang.Math.*;
      import static dev.nabla.kernel.shell.advice.Language.*;
      """;

  private final LiveControl control = new LiveControl();
  private final JShell jshell =
      JShell.builder()
          .executionEngine(control.provider(), Map.of())
          .compilerOptions("-g", "-parameters")
          .build();
  private RuntimeProblem crash;
  private final Map<String, Integer> cells = new HashMap<>();
  private int cell;

  Notebook() {
    IMPORTS.lines().forEach(jshell::eval);
  }

  KnownNames names() {
    Map<String, Known> declared = new HashMap<>();
    jshell
        .types()
        .forEach(
            type -> declared.put(type.name(), new Known(Kind.TYPE, type.name(), cellOf(type))));
    jshell
        .methods()
        .forEach(
            method ->
                declared.put(
                    method.name(), new Known(Kind.METHOD, method.signature(), cellOf(method))));
    jshell
        .variables()
        .forEach(
            variable ->
                declared.put(
                    variable.name(),
                    new Known(Kind.VARIABLE, variable.typeName(), cellOf(variable))));
    KnownNames plain = KnownNames.of(declared);
    List<String> packages = new ArrayList<>(plain.packages());
    return new KnownNames(
        () -> declared, List.of(Language.class, Math.class), packages, plain.loader());
  }

  /** The compile problem of a cell, or null if it runs. */
  CompileProblem run(String source) {
    cell++;
    crash = null;
    List<SnippetEvent> pending = new ArrayList<>();
    Map<Snippet, int[]> places = new HashMap<>();
    String rest = source;
    while (!rest.isBlank()) {
      int start = source.length() - rest.stripLeading().length();
      CompletionInfo info = jshell.sourceCodeAnalysis().analyzeCompletion(rest.stripLeading());
      if (info.completeness() == Completeness.EMPTY) {
        break;
      }
      boolean readable =
          info.completeness().isComplete() && info.completeness() != Completeness.UNKNOWN;
      String part = readable ? info.source().strip() : source.substring(start);
      rest = readable && rest.endsWith(info.remaining()) ? info.remaining() : "";
      List<SnippetEvent> events = jshell.eval(part);
      if (!readable && events.stream().noneMatch(e -> e.status() == Status.REJECTED)) {
        return CompileProblem.of(source, start, List.of());
      }
      for (SnippetEvent event : events) {
        cells.put(event.snippet().id(), cell);
        if (event.exception() != null) {
          crash =
              new RuntimeProblem(control.thrown(), source, line(event, source, start), this::value);
          return null;
        }
        if (event.status() == Status.REJECTED) {
          return CompileProblem.of(source, start, jshell.diagnostics(event.snippet()).toList());
        }
        if (event.causeSnippet() == null) {
          pending.add(event);
          places.put(event.snippet(), new int[] {start, source.length() - rest.length()});
        }
      }
    }
    for (SnippetEvent event : pending) {
      if (event.snippet() instanceof DeclarationSnippet declaration
          && jshell.status(declaration).name().startsWith("RECOVERABLE")) {
        int[] place = places.get(declaration);
        return jshell
            .unresolvedDependencies(declaration)
            .findFirst()
            .map(missing -> CompileProblem.unresolved(source, place[0], place[1], missing))
            .orElseGet(
                () ->
                    CompileProblem.of(source, place[0], jshell.diagnostics(declaration).toList()));
      }
    }
    return null;
  }

  /** What the last cell threw, or null. */
  RuntimeProblem crash() {
    return crash;
  }

  /** The line of the cell in the innermost frame of the part that threw. */
  private static int line(SnippetEvent event, String source, int start) {
    int first = 1 + (int) source.substring(0, start).chars().filter(c -> c == '\n').count();
    return Stream.of(event.exception().getStackTrace())
        .filter(frame -> ("#" + event.snippet().id()).equals(frame.getFileName()))
        .mapToInt(frame -> first + frame.getLineNumber() - 1)
        .findFirst()
        .orElse(0);
  }

  private Object value(String name) {
    return jshell
        .variables()
        .filter(variable -> variable.name().equals(name))
        .map(
            variable -> {
              jshell.varValue(variable);
              return control.variable();
            })
        .findFirst()
        .orElse(null);
  }

  /** Forgets all declarations. */
  void clear() {
    jshell.snippets().filter(each -> each.kind() != Snippet.Kind.IMPORT).forEach(jshell::drop);
    cell = 0;
  }

  @Override
  public void close() {
    jshell.close();
  }

  private int cellOf(Snippet snippet) {
    return cells.getOrDefault(snippet.id(), 0);
  }
}
