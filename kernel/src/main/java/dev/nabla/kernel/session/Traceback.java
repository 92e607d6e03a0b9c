package dev.nabla.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a front end shows of a failure: its report, the first line bold and red, so that nobody
 * takes it for something the cell has printed.
 *
 * <p>That line is broken between words, because the classic Notebook breaks long ones anywhere.
 */
final class Traceback {
  /** What fits beside the prompt in a window of 1024 pixels. */
  private static final int WIDTH = 90;

  /** With a background of its own: no red reads well on the page of every theme. */
  private static final String BOLD_RED = "\u001b[1;38;2;178;24;43;48;2;255;221;221m";

  private static final String PLAIN = "\u001b[0m";

  private Traceback() {}

  /** The lines of a report as a front end shows them. */
  static List<String> of(List<String> report) {
    List<String> lines = new ArrayList<>(report);
    if (!lines.isEmpty()) {
      lines.set(0, red(lines.get(0)));
    }
    return lines;
  }

  /** Each line by itself: on paper a color ends with its line. */
  private static String red(String text) {
    return text.lines()
        .flatMap(line -> broken(line).lines())
        .map(line -> BOLD_RED + line + PLAIN)
        .collect(Collectors.joining("\n"));
  }

  private static String broken(String line) {
    int end = line.length() <= WIDTH ? -1 : line.lastIndexOf(' ', WIDTH);
    return end <= 0
        ? line
        : line.substring(0, end) + "\n" + broken(line.substring(end).stripLeading());
  }
}
