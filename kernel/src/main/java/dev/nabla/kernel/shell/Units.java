package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.direct.CellCompiler;
import dev.nabla.kernel.shell.direct.Memo;
import dev.nabla.kernel.shell.direct.Reading;
import dev.nabla.kernel.shell.direct.Statements;
import dev.nabla.kernel.shell.direct.Statements.Statement;
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
   * @param reading what the grammar says of a statement; null of what JShell has found
   */
  record Unit(String source, int start, int end, boolean readable, Reading reading) {}

  /** The first units of a text: all of them, or the one before something else may stand. */
  List<Unit> first(String text) {
    List<Unit> units = statements.get(text, this::statements);
    return units == null ? byJShell(text) : units;
  }

  private List<Unit> statements(String text) {
    List<Statement> found = Statements.in(text, compiler);
    return found == null ? null : units(text, found);
  }

  private static List<Unit> units(String text, List<Statement> found) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Statement each = found.get(i);
      int end = i == found.size() - 1 ? text.length() : each.end();
      boolean closed = each.end() <= text.length();
      String source = text.substring(each.start(), end).strip();
      units.add(
          new Unit(
              closed ? source : Trivia.withoutComments(source) + ";",
              each.start(),
              end,
              true,
              each.reading()));
    }
    return units;
  }

  /** The first unit, or the whole text if it cannot be Java; nothing if there is none. */
  List<Unit> byJShell(String text) {
    int start = text.length() - text.stripLeading().length();
    CompletionInfo info = jshell.sourceCodeAnalysis().analyzeCompletion(text.substring(start));
    if (info.completeness() == Completeness.EMPTY) {
      return List.of();
    }
    if (!info.completeness().isComplete() || info.completeness() == Completeness.UNKNOWN) {
      return List.of(new Unit(text.substring(start), start, text.length(), false, null));
    }
    int rest = text.endsWith(info.remaining()) ? info.remaining().length() : 0;
    return List.of(new Unit(info.source().strip(), start, text.length() - rest, true, null));
  }
}
