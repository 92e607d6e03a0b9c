package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.Origins.Origin;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SnippetEvent;

/**
 * The way an exception took through the user's cells; the frames of the JDK, the libraries and the
 * kernel are left out.
 */
final class Traces {
  private static final int MOST = 6;

  private final Origins origins;

  Traces(Origins origins) {
    this.origins = origins;
  }

  /**
   * @param line the line of the running cell that threw, or called what threw; 0 if unknown
   * @param calls the way there from where it was thrown, innermost first; empty where the line says
   *     it all
   */
  record Way(int line, List<String> calls) {}

  /** The way of the exception that these events report. */
  Way of(List<SnippetEvent> events, Cell running) {
    int line = 0;
    List<String> calls = new ArrayList<>();
    for (SnippetEvent event : events) {
      if (event.exception() == null) {
        continue;
      }
      for (StackTraceElement frame : event.exception().getStackTrace()) {
        Origin origin = origin(frame);
        if (origin == null) {
          continue;
        }
        int cellLine = origin.cellLine(frame.getLineNumber());
        if (line == 0 && origin.cell() == running) {
          line = cellLine;
        }
        String call = call(origin, cellLine, frame);
        if (calls.isEmpty() || !calls.get(calls.size() - 1).equals(call)) {
          calls.add(call);
        }
      }
    }
    return new Way(line, calls.size() == 1 && line > 0 ? List.of() : shortened(calls));
  }

  private static List<String> shortened(List<String> calls) {
    if (calls.size() <= MOST) {
      return calls;
    }
    List<String> shortened = new ArrayList<>(calls.subList(0, MOST - 1));
    shortened.add("  ... " + (calls.size() - MOST) + " more calls");
    shortened.add(calls.get(calls.size() - 1));
    return shortened;
  }

  /** JShell has translated the frames of cells to {@code #snippet:line}. */
  private Origin origin(StackTraceElement frame) {
    String file = frame.getFileName();
    return file != null && file.startsWith("#") ? origins.of(file.substring(1)) : null;
  }

  private static String call(Origin origin, int line, StackTraceElement frame) {
    String method = frame.getMethodName();
    boolean isOwn = !method.isEmpty() && !method.contains("$");
    return "  cell "
        + origin.cell().number()
        + ", line "
        + line
        + (isOwn ? ", in " + method : "")
        + ": "
        + origin.cell().line(line).strip();
  }
}
