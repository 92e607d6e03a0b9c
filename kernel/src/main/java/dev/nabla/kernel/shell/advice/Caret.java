package dev.nabla.kernel.shell.advice;

import java.util.List;

/** Shows a place in a cell: the line and, below it, a mark. */
public final class Caret {
  private static final int WIDTH = 100;
  private static final int BEFORE = 60;

  private Caret() {}

  /**
   * Two lines, the second with carets under the marked characters.
   *
   * <pre>{@code
   * Caret.lines(message, "int x = 3\nint y = 4;")
   *   1:10 | int x = 3
   *        |          ^
   * }</pre>
   *
   * The number is line:column. A tab stays a tab on both lines, so that the mark stands right in
   * any width; a long line is clipped around the mark.
   */
  public static List<String> lines(Message message, String cell) {
    String line = cell.lines().skip(message.line() - 1L).findFirst().orElse("");
    int column = Math.max(0, Math.min(message.column() - 1, line.length()));
    int from = line.length() <= WIDTH || column < BEFORE ? 0 : column - BEFORE;
    int to = Math.min(line.length(), from + WIDTH);
    String left = from > 0 ? "... " : "";
    String shown = left + line.substring(from, to) + (to < line.length() ? " ..." : "");
    String before = blanks(left + line.substring(from, column));
    int end = Math.max(column + 1, Math.min(message.endColumn() - 1, to));
    String mark = "^".repeat(width(line.substring(column, Math.min(end, line.length()))));
    String gutter = "  " + message.line() + ":" + message.column() + " | ";
    String empty = " ".repeat(gutter.length() - 2) + "| ";
    return List.of(gutter + shown, empty + before + mark);
  }

  private static String blanks(String text) {
    StringBuilder blanks = new StringBuilder();
    text.codePoints().forEach(c -> blanks.append(c == '\t' ? "\t" : " ".repeat(columns(c))));
    return blanks.toString();
  }

  private static int width(String text) {
    return Math.max(1, text.codePoints().map(Caret::columns).sum());
  }

  /** How many columns a character takes: none if it combines, two if it is wide. */
  private static int columns(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        c >= 0x1100 && c <= 0x115F
            || c >= 0x2E80 && c <= 0xA4CF
            || c >= 0xAC00 && c <= 0xD7A3
            || c >= 0xF900 && c <= 0xFAFF
            || c >= 0xFE30 && c <= 0xFE6F
            || c >= 0xFF00 && c <= 0xFF60
            || c >= 0x1F300 && c <= 0x1FAFF
            || c >= 0x20000;
    return wide ? 2 : 1;
  }
}
