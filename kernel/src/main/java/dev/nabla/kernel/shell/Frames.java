package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.Origins.Origin;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/** Finds the cell and the line that a frame of a stack trace stands for. */
final class Frames {
  private final JShell jshell;
  private final Origins origins;

  Frames(JShell jshell, Origins origins) {
    this.jshell = jshell;
    this.origins = origins;
  }

  /** A line of a cell, from 1. */
  record Frame(Cell cell, int line) {}

  /** Null where the frame is not one of a cell. */
  Frame of(StackTraceElement frame) {
    String type = frame.getClassName();
    if (type.startsWith("cells.")) {
      Cell cell = origins.ofClass(type.substring(0, type.indexOf('$') + 1));
      return cell == null ? null : new Frame(cell, Math.max(1, frame.getLineNumber()));
    }
    return type.startsWith("REPL.") ? ofSnippet(type, frame.getLineNumber()) : null;
  }

  /** JShell puts a snippet into a class, behind lines of its own. */
  private Frame ofSnippet(String type, int line) {
    Optional<Snippet> snippet =
        jshell
            .snippets()
            .filter(each -> origins.of(each.id()) != null && isOf(each, type))
            .findFirst();
    if (snippet.isEmpty()) {
      return null;
    }
    SnippetWrapper wrapper = jshell.sourceCodeAnalysis().wrapper(snippet.get());
    String wrapped = wrapper.wrapped();
    int from = 0;
    for (int i = 1; i < line && wrapped.indexOf('\n', from) >= 0; i++) {
      from = wrapped.indexOf('\n', from) + 1;
    }
    while (from < wrapped.length() && wrapped.charAt(from) == ' ') {
      from++;
    }
    int inSource = wrapper.wrappedToSourcePosition(from);
    Origin origin = origins.of(snippet.get().id());
    return new Frame(
        origin.cell(), origin.cell().place(origin.part().start() + Math.max(0, inSource)).line());
  }

  private boolean isOf(Snippet snippet, String type) {
    String name = jshell.sourceCodeAnalysis().wrapper(snippet).fullClassName();
    return type.equals(name) || type.startsWith(name + "$");
  }
}
