package dev.nabla.kernel.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * The way an exception took through the user's cells; the frames of the JDK, the libraries and the
 * kernel are left out.
 */
final class Traces {
  private static final int MOST = 6;

  private final Frames frames;

  Traces(Frames frames) {
    this.frames = frames;
  }

  /**
   * @param line the line of the running cell that threw, or called what threw; 0 if unknown
   * @param calls the way there from where it was thrown, innermost first; empty where the line says
   *     it all
   */
  record Way(int line, List<String> calls) {}

  /** The way of an exception. */
  Way of(Throwable thrown, Cell running) {
    int line = 0;
    List<String> calls = new ArrayList<>();
    for (StackTraceElement each : thrown.getStackTrace()) {
      Frames.Frame frame = frames.of(each);
      if (frame == null) {
        continue;
      }
      if (line == 0 && frame.cell() == running) {
        line = frame.line();
      }
      String call = call(frame, each.getMethodName());
      if (calls.isEmpty() || !calls.get(calls.size() - 1).equals(call)) {
        calls.add(call);
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

  private static String call(Frames.Frame frame, String method) {
    boolean isOwn = !method.isEmpty() && !method.contains("$");
    return "  cell "
        + frame.cell().number()
        + ", line "
        + frame.line()
        + (isOwn ? ", in " + method : "")
        + ": "
        + frame.cell().line(frame.line()).strip();
  }
}
