package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.Completion.Match;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Answers questions about code that has not run: what may stand here, what is this, is it all. */
public final class Assistant {
  private final JShell jshell;
  private final SourceCodeAnalysis analysis;

  Assistant(JShell jshell, SourceCodeAnalysis analysis) {
    this.jshell = jshell;
    this.analysis = analysis;
  }

  /** Whether a front end may run the text as it is. */
  public enum Readiness {
    COMPLETE,
    INCOMPLETE,
    INVALID
  }

  /** What may stand at the cursor; offsets count UTF-16 units. */
  public Completion complete(String source, int cursor) {
    int start = partStart(source, cursor);
    String part = source.substring(start, cursor);
    int[] anchor = {part.length()};
    List<Suggestion> suggestions = analysis.completionSuggestions(part, part.length(), anchor);
    Map<String, Match> matches = new LinkedHashMap<>();
    suggestions.stream()
        .sorted((a, b) -> Boolean.compare(b.matchesType(), a.matchesType()))
        .map(Suggestion::continuation)
        .filter(text -> !text.contains("$"))
        .forEach(text -> matches.putIfAbsent(text, new Match(text, type(text))));
    return new Completion(new ArrayList<>(matches.values()), start + anchor[0], cursor);
  }

  /**
   * Signature and documentation of what stands at the cursor; empty if there is nothing to tell.
   */
  public String inspect(String source, int cursor) {
    int start = partStart(source, cursor);
    int end = cursor;
    while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
      end++;
    }
    String part = source.substring(start, end);
    List<Documentation> found = analysis.documentation(part, part.length(), true);
    if (found.isEmpty()) {
      found = analysis.documentation(part + "(", part.length() + 1, true);
    }
    return found.stream()
        .map(each -> each.signature() + (each.javadoc() == null ? "" : "\n" + each.javadoc()))
        .distinct()
        .collect(Collectors.joining("\n\n"));
  }

  /** Whether the text is a whole cell. */
  public Readiness readiness(String source) {
    String rest = source;
    while (!rest.isBlank()) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      if (info.completeness() == Completeness.EMPTY) {
        break;
      }
      if (info.completeness() == Completeness.UNKNOWN) {
        return Readiness.INVALID;
      }
      if (!info.completeness().isComplete()) {
        return Readiness.INCOMPLETE;
      }
      rest = info.remaining();
    }
    return Readiness.COMPLETE;
  }

  /** Where the statement begins that the cursor stands in. */
  private int partStart(String source, int cursor) {
    String rest = source.substring(0, cursor);
    while (true) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      if (!info.completeness().isComplete()
          || info.remaining().isBlank()
          || info.remaining().length() >= rest.length()) {
        return cursor - rest.length();
      }
      rest = info.remaining();
    }
  }

  private String type(String text) {
    if (text.endsWith("(") || text.endsWith(")")) {
      return "function";
    }
    return jshell.variables().anyMatch(each -> each.name().equals(text)) ? "instance" : "";
  }
}
