package dev.nabla.graph.formula;

import dev.nabla.message.NablaException;

/** Errors that point at a character of the text. */
final class Mistake {
  private static final int SIDE = 40;
  private final String what;
  private final String text;

  /**
   * @param what the word the message starts with, such as {@code graph}
   * @param text all that was typed
   */
  Mistake(String what, String text) {
    this.what = what;
    this.text = text;
  }

  /** {@code graph: message}, then the line and a caret below the character. */
  NablaException at(int place, String message) {
    int at = Math.min(place, text.length());
    int start = text.lastIndexOf('\n', at - 1) + 1;
    int end = text.indexOf('\n', at);
    end = end < 0 ? text.length() : end;
    boolean single = text.indexOf('\n') < 0;
    long line = text.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
    int from = Math.max(start, at - SIDE);
    int to = Math.min(end, at + SIDE);
    String before = from > start ? "..." : "";
    String after = to < end ? "..." : "";
    return new NablaException(
        what
            + (single ? ": " : ", line " + line + ": ")
            + message
            + "\n  "
            + before
            + text.substring(from, to).replace('\t', ' ')
            + after
            + "\n  "
            + " ".repeat(before.length() + at - from)
            + "^");
  }

  /** {@code graph: message}, about no place in particular. */
  NablaException of(String message) {
    return new NablaException(what + ": " + message);
  }

  /** What stands in the bracket that opens here, or dots if that is long. */
  String bracket(int open) {
    int depth = 0;
    for (int at = open; at < Math.min(text.length(), open + SIDE); at++) {
      char c = text.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return text.substring(open + 1, at);
      }
    }
    return "...";
  }
}
