package dev.nabla.notebooks.release;

import java.util.ArrayList;
import java.util.List;

/** A cell's Java cut at the ends of its statements. */
final class Statements {
  private final String source;
  private final List<String> found = new ArrayList<>();
  private int start;
  private int at;
  private int depth;

  private Statements(String source) {
    this.source = source;
  }

  /** The statements; joined they are the source again. */
  static List<String> of(String source) {
    Statements statements = new Statements(source);
    while (statements.at < source.length()) {
      statements.step();
    }
    statements.cut(source.length());
    return statements.found;
  }

  private void step() {
    if (source.startsWith("//", at)) {
      skipTo("\n", 0);
    } else if (source.startsWith("/*", at)) {
      skipTo("*/", 2);
    } else if (source.startsWith("\"\"\"", at)) {
      skipQuoted("\"\"\"");
    } else if (source.charAt(at) == '"' || source.charAt(at) == '\'') {
      skipQuoted(source.substring(at, at + 1));
    } else {
      char c = source.charAt(at++);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (depth == 0 && (c == ';' || c == '}' && !goesOn())) {
        int line = source.indexOf('\n', at);
        boolean alone = line >= 0 && source.substring(at, line).matches("\\s*(//.*)?");
        at = alone ? line + 1 : at;
        cut(at);
      }
    }
  }

  /** A block may be part of a statement: {@code new int[] {1}, ...} or {@code } else {}. */
  private boolean goesOn() {
    String rest = source.substring(at).stripLeading();
    return rest.startsWith(";")
        || rest.startsWith(".")
        || rest.startsWith(",")
        || rest.startsWith(")")
        || rest.matches("(?s)(else|catch|finally|while)\\b.*");
  }

  private void skipTo(String end, int length) {
    int found = source.indexOf(end, at + 2);
    at = found < 0 ? source.length() : found + length;
  }

  private void skipQuoted(String quote) {
    at += quote.length();
    while (at < source.length() && !source.startsWith(quote, at)) {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(source.length(), at + quote.length());
  }

  private void cut(int end) {
    if (end > start) {
      found.add(source.substring(start, end));
      start = end;
    }
  }
}
