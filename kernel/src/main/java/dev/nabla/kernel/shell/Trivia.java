package dev.nabla.kernel.shell;

/** Blanks and comments. */
final class Trivia {
  private Trivia() {}

  /** Where the blanks and comments end that begin at {@code from}. */
  static int end(String text, int from) {
    int at = from;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else {
        return at;
      }
    }
    return at;
  }

  /** The text up to its last token. */
  static String withoutComments(String text) {
    String rest = text.strip();
    while (true) {
      if (rest.endsWith("*/")) {
        rest = rest.substring(0, Math.max(0, rest.lastIndexOf("/*"))).stripTrailing();
        continue;
      }
      int comment = lineComment(rest, rest.lastIndexOf('\n') + 1);
      if (comment < 0) {
        return rest;
      }
      rest = rest.substring(0, comment).stripTrailing();
    }
  }

  /** Where a line comment begins in the line that starts at {@code from}, or -1. */
  private static int lineComment(String text, int from) {
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == '\\') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (text.startsWith("//", i)) {
        return i;
      }
    }
    return -1;
  }
}
