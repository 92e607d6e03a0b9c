package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.Origins.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * The way an exception took through the user's cells, innermost first; the frames of the JDK, the
 * libraries and the kernel are left out.
 */
final class Traces {
  private static final int MOST = 8;

  private final Origins origins;

  Traces(Origins origins) {
    this.origins = origins;
  }

  /**
   * @param translated an exception whose frames JShell has translated to {@code #snippet:line};
   *     null gives no lines
   */
  List<String> of(Throwable translated) {
    List<String> lines = new ArrayList<>();
    if (translated == null) {
      return lines;
    }
    int more = 0;
    String previous = "";
    for (StackTraceElement frame : translated.getStackTrace()) {
      String line = line(frame);
      if (line == null || line.equals(previous)) {
        continue;
      }
      previous = line;
      if (lines.size() < MOST) {
        lines.add(line);
      } else {
        more++;
      }
    }
    if (more > 0) {
      lines.add("  ... and " + more + " more calls");
    }
    return lines;
  }

  private String line(StackTraceElement frame) {
    String file = frame.getFileName();
    if (file == null || !file.startsWith("#")) {
      return null;
    }
    Origin origin = origins.of(file.substring(1));
    if (origin == null) {
      return null;
    }
    int line = origin.cellLine(frame.getLineNumber());
    return "  Cell "
        + origin.cell().number()
        + ", line "
        + line
        + where(frame)
        + ": "
        + origin.cell().line(line).strip();
  }

  /** The method, where it is one of the user's own. */
  private static String where(StackTraceElement frame) {
    String method = frame.getMethodName();
    if (method.isEmpty() || method.contains("$")) {
      return "";
    }
    String type = frame.getClassName();
    return ", in "
        + (type.isEmpty() ? "" : type.substring(type.lastIndexOf('.') + 1) + ".")
        + method;
  }
}
