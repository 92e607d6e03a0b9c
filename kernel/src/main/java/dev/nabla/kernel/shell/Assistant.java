package dev.nabla.kernel.shell;

import dev.nabla.display.Display;
import dev.nabla.kernel.shell.Completion.Match;
import dev.nabla.kernel.shell.Variables.Variable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/**
 * Answers questions about code that has not run: what may stand here, what is this, is it all. It
 * does so also while a cell runs. Offsets count UTF-16 units.
 */
public final class Assistant {
  private static final int MOST_NAMES = 50;
  private static final Comparator<Suggestion> BY_TYPE =
      Comparator.comparing(Suggestion::matchesType).reversed();

  /** The members that come first, by name. */
  private static final List<String> FIRST =
      MatrixMethod.ALL.stream().map(MatrixMethod::name).toList();

  /** The members that come last, by name: every object has them. */
  private static final Set<String> LAST =
      Stream.of(Object.class.getMethods()).map(Method::getName).collect(Collectors.toSet());

  private final SourceCodeAnalysis analysis;
  private final Units units;
  private final Variables variables;
  private final Fields fields;
  private final Bridge bridge;
  private final Magics magics;
  private final Syntax syntax = new Syntax();

  Assistant(
      SourceCodeAnalysis analysis,
      Units units,
      Variables variables,
      Fields fields,
      Bridge bridge,
      Magics magics) {
    this.analysis = analysis;
    this.units = units;
    this.variables = variables;
    this.fields = fields;
    this.bridge = bridge;
    this.magics = magics;
  }

  /** Whether a front end may run the text as it is. */
  public enum Readiness {
    COMPLETE,
    INCOMPLETE,
    INVALID
  }

  /** What may stand at the cursor. */
  public Completion complete(String typed, int cursor) {
    Cell cell = withMagics(typed.substring(0, cursor));
    Call magic = magicAt(cell, cursor);
    if (magic != null) {
      return magics.complete(magic, cursor);
    }
    String source = cell.java(magics::javaFrom);
    Context context = Context.of(source, cursor, analysis);
    String code = context.before() + source.substring(context.start(), cursor);
    String begun = begun(source, cursor);
    List<String> own = begun.isEmpty() ? List.of() : namesFrom(begun);
    bridge.handOver(code + " " + String.join(" ", own));
    int[] anchor = {code.length()};
    List<Suggestion> suggestions = analysis.completionSuggestions(code, code.length(), anchor);
    Map<String, Match> matches = new LinkedHashMap<>();
    boolean isMember = anchor[0] > 0 && code.charAt(anchor[0] - 1) == '.';
    suggestions.stream()
        .sorted(isMember ? BY_TYPE.thenComparingInt(each -> rank(each.continuation())) : BY_TYPE)
        .map(Suggestion::continuation)
        .filter(text -> !text.contains("$"))
        .forEach(text -> matches.putIfAbsent(text, new Match(text, kind(text))));
    own.forEach(name -> matches.putIfAbsent(name, new Match(name, "instance")));
    int start = context.start() + anchor[0] - context.before().length();
    return new Completion(new ArrayList<>(matches.values()), start, cursor);
  }

  /**
   * What stands at the cursor, as a MIME bundle: a variable with its type and value, or signatures
   * with their documentation. Empty if there is nothing to tell.
   */
  public Map<String, String> inspect(String typed, int cursor) {
    Cell cell = withMagics(typed);
    Call magic = magicAt(cell, cursor);
    if (magic != null) {
      return magics.inspect(magic);
    }
    String source = cell.java(magics::javaFrom);
    int end = cursor;
    while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
      end++;
    }
    int start = end;
    while (start > 0 && Character.isJavaIdentifierPart(source.charAt(start - 1))) {
      start--;
    }
    boolean isMember = start > 0 && source.charAt(start - 1) == '.';
    Optional<Variable> variable =
        isMember ? Optional.empty() : variables.find(source.substring(start, end));
    if (variable.isPresent()) {
      return inspect(variable.get());
    }
    Context context = Context.of(source, end, analysis);
    String code = context.before() + source.substring(context.start(), end);
    bridge.handOver(code);
    // A method's name alone says nothing to JShell, the start of its call does.
    List<Documentation> found =
        Stream.of(code + "(", code)
            .map(each -> analysis.documentation(each, each.length(), true))
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse(List.of());
    return Docs.bundle(found);
  }

  private Map<String, String> inspect(Variable variable) {
    String head =
        variable.type()
            + " "
            + variable.name()
            + (variable.cell() == 0 ? "" : "   (cell " + variable.cell() + ")");
    Map<String, String> bundle = new LinkedHashMap<>();
    Map<String, String> shown = Display.bundle(variable.value(), variable.name());
    bundle.put("text/plain", head + "\n\n" + shown.get("text/plain"));
    if (shown.containsKey("text/html")) {
      bundle.put("text/html", "<pre>" + Docs.escaped(head) + "</pre>" + shown.get("text/html"));
    }
    return bundle;
  }

  /** Whether the text is a whole cell. */
  public Readiness readiness(String source) {
    Cell cell = withMagics(source);
    Call magic = magicAt(cell, source.length());
    if (magic != null && magic.isCell()) {
      // As in IPython, an empty line ends it.
      return source.endsWith("\n\n") ? Readiness.COMPLETE : Readiness.INCOMPLETE;
    }
    String rest = cell.java(magics::javaFrom);
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
      if (!syntax.allows(info.source())) {
        return Readiness.INVALID;
      }
      rest = info.remaining();
    }
    return Readiness.COMPLETE;
  }

  /** A cell of which nobody asks more than where its magics are. */
  private Cell withMagics(String source) {
    return source.indexOf('%') < 0 ? new Cell(0, source, List.of()) : Cell.split(0, source, units);
  }

  /** The name that is being typed, empty behind a dot. */
  private static String begun(String source, int cursor) {
    int start = cursor;
    while (start > 0 && Character.isJavaIdentifierPart(source.charAt(start - 1))) {
      start--;
    }
    boolean isMember = start > 0 && source.charAt(start - 1) == '.';
    return isMember ? "" : source.substring(start, cursor);
  }

  /** The variables of the short way that begin so; JShell may not know them yet. */
  private List<String> namesFrom(String begun) {
    return fields.all().stream()
        .map(Fields.Made::name)
        .filter(name -> name.startsWith(begun))
        .limit(MOST_NAMES)
        .toList();
  }

  /** The magic that a place stands in, unless it stands in Java code of the magic; or null. */
  private Call magicAt(Cell cell, int place) {
    Call call = cell.magicAt(place);
    if (call == null) {
      return null;
    }
    int java = magics.javaFrom(call);
    boolean inJava = java >= 0 && place >= java && place > call.start() + call.sign().length();
    return inJava ? null : call;
  }

  /** The place of a member among all: what the course uses, then the rest as JShell sorts it. */
  private static int rank(String text) {
    int open = text.indexOf('(');
    String name = open < 0 ? text : text.substring(0, open);
    int first = FIRST.indexOf(name);
    return first >= 0 ? first : LAST.contains(name) ? FIRST.size() + 1 : FIRST.size();
  }

  private String kind(String text) {
    if (text.endsWith("(") || text.endsWith(")")) {
      return "function";
    }
    if (variables.find(text).isPresent()) {
      return "instance";
    }
    return !text.isEmpty() && Character.isUpperCase(text.charAt(0)) ? "class" : "";
  }

  /**
   * Where the statement begins that the cursor stands in, and the variables that the cell declares
   * before it, which need not have run.
   */
  private record Context(String before, int start) {
    static Context of(String source, int cursor, SourceCodeAnalysis analysis) {
      StringBuilder before = new StringBuilder();
      String rest = source.substring(0, cursor);
      while (rest.indexOf(';') >= 0 || rest.indexOf('}') >= 0) {
        CompletionInfo info = analysis.analyzeCompletion(rest);
        if (!info.completeness().isComplete()
            || info.remaining().isBlank()
            || info.remaining().length() >= rest.length()) {
          break;
        }
        if (isVariable(info.source(), analysis)) {
          before.append(info.source()).append('\n');
        }
        rest = info.remaining();
      }
      return new Context(before.toString(), cursor - rest.length());
    }

    private static boolean isVariable(String part, SourceCodeAnalysis analysis) {
      return analysis.sourceToSnippets(part).stream()
          .anyMatch(
              each ->
                  each.subKind() == Snippet.SubKind.VAR_DECLARATION_SUBKIND
                      || each.subKind()
                          == Snippet.SubKind.VAR_DECLARATION_WITH_INITIALIZER_SUBKIND);
    }
  }
}
