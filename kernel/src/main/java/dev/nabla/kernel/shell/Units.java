package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.direct.CellCompiler;
import dev.nabla.kernel.shell.direct.Memo;
import dev.nabla.kernel.shell.direct.Statements;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Finds where the units of Java end. Statements alone are found by one parse of all of them; JShell
 * is asked about the rest, whose analysis begins by listing every class there is.
 */
final class Units {
  private final JShell jshell;
  private final CellCompiler compiler;
  private final Memo<String, List<Unit>> statements = new Memo<>();

  Units(JShell jshell, CellCompiler compiler) {
    this.jshell = jshell;
    this.compiler = compiler;
  }

  /**
   * A statement, a declaration, an import or an expression.
   *
   * @param source what the compiler gets; ends in a semicolon where one is needed
   * @param start where it begins in the text, with the comments before it
   * @param end where it ends in the text
   * @param readable false where this and all that follows cannot be Java
   */
  record Unit(String source, int start, int end, boolean readable) {}

  /** The first units of a text: all of them, or the one before something else may stand. */
  List<Unit> first(String text) {
    List<Unit> units = statements.get(text, this::statements);
    return units == null ? byJShell(text) : units;
  }

  private List<Unit> statements(String text) {
    List<Integer> ends = Statements.ends(text, compiler);
    return ends == null ? null : between(text, ends);
  }

  private static List<Unit> between(String text, List<Integer> ends) {
    List<Unit> units = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < ends.size(); i++) {
      int end = i == ends.size() - 1 ? text.length() : ends.get(i);
      boolean closed = ends.get(i) <= text.length();
      String source = text.substring(start, end).strip();
      start += leadingBlanks(text.substring(start));
      units.add(new Unit(closed ? source : Trivia.withoutComments(source) + ";", start, end, true));
      start = end;
    }
    return units;
  }

  /** The first unit, or the whole text if it cannot be Java; nothing if there is none. */
  List<Unit> byJShell(String text) {
    int start = leadingBlanks(text);
    CompletionInfo info = jshell.sourceCodeAnalysis().analyzeCompletion(text.stripLeading());
    if (info.completeness() == Completeness.EMPTY) {
      return List.of();
    }
    if (!info.completeness().isComplete() || info.completeness() == Completeness.UNKNOWN) {
      return List.of(new Unit(text.substring(start), start, text.length(), false));
    }
    int rest = text.endsWith(info.remaining()) ? info.remaining().length() : 0;
    return List.of(new Unit(info.source().strip(), start, text.length() - rest, true));
  }

  private static int leadingBlanks(String text) {
    return text.length() - text.stripLeading().length();
  }
}
