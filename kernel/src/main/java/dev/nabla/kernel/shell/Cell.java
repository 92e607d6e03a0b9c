package dev.nabla.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * A cell: its number, its source, and the parts it was split into as a whole, each with its place.
 *
 * @param number the execution count, 0 for code that is not counted
 */
record Cell(int number, String source, List<Part> parts) {

  /**
   * One unit of Java: a declaration, a statement, an import or an expression; or one magic.
   *
   * @param source what the compiler gets; ends in a semicolon where one is needed
   * @param start where it begins in the cell
   * @param end where it ends in the cell
   * @param readable false where this and all that follows cannot be Java
   * @param magic null for Java
   */
  record Part(String source, int start, int end, boolean readable, Call magic) {
    Part(String source, int start, int end, boolean readable) {
      this(source, start, end, readable, null);
    }

    Part(Call magic, String source) {
      this(source, magic.start(), magic.end(), true, magic);
    }
  }

  /** Line and column of a character of the cell, both from 1. */
  record Place(int line, int column) {}

  /**
   * Splits a cell.
   *
   * @return the cell; where the source cannot be Java its last part is not readable, and compiling
   *     that part gives the reason
   */
  static Cell split(int number, String source, SourceCodeAnalysis analysis) {
    return new Cell(number, source, parts(source, 0, source.length(), analysis));
  }

  /** The same cell, with the parts alone that stand between two places. */
  Cell within(int from, int to, SourceCodeAnalysis analysis) {
    return new Cell(number, source, parts(source, from, to, analysis));
  }

  private static List<Part> parts(String all, int from, int to, SourceCodeAnalysis analysis) {
    String source = all.substring(0, to);
    List<Part> parts = new ArrayList<>();
    String rest = source.substring(from);
    while (!rest.isBlank()) {
      int start = source.length() - rest.length() + leadingBlanks(rest);
      int magic = source.length() - rest.length() + Trivia.end(rest, 0);
      if (Call.begins(source, magic)) {
        Call call = Call.at(source, magic);
        parts.add(new Part(call, source.substring(magic, call.end())));
        rest = source.substring(call.end());
        continue;
      }
      CompletionInfo info = analysis.analyzeCompletion(rest.stripLeading());
      if (info.completeness() == Completeness.EMPTY) {
        break;
      }
      boolean readable =
          info.completeness().isComplete() && info.completeness() != Completeness.UNKNOWN;
      String part = readable ? info.source().strip() : source.substring(start);
      rest = readable ? remaining(rest, info) : "";
      parts.add(new Part(part, start, source.length() - rest.length(), readable));
    }
    return List.copyOf(parts);
  }

  /** The cell with blanks for all that is not Java, so that all places stay the same. */
  String java(ToIntFunction<Call> javaFrom) {
    StringBuilder java = new StringBuilder(source);
    for (Part part : parts) {
      if (part.magic == null) {
        continue;
      }
      int from = javaFrom.applyAsInt(part.magic);
      for (int i = part.start; i < (from < 0 ? part.end : from); i++) {
        if (java.charAt(i) != '\n') {
          java.setCharAt(i, ' ');
        }
      }
    }
    return java.toString();
  }

  /** The magic that a place stands in or right behind, or null. */
  Call magicAt(int place) {
    for (Part part : parts) {
      if (part.magic != null && part.start <= place && place <= part.end) {
        return part.magic;
      }
    }
    return null;
  }

  private static String remaining(String rest, CompletionInfo info) {
    return rest.endsWith(info.remaining()) ? info.remaining() : "";
  }

  private static int leadingBlanks(String text) {
    return text.length() - text.stripLeading().length();
  }

  /** The part that cannot be read, or null. */
  Part unreadable() {
    Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
    return last == null || last.readable ? null : last;
  }

  /** Whether the last part ends without a semicolon in the cell as it was typed. */
  boolean showsItsValue() {
    if (parts.isEmpty()) {
      return false;
    }
    Part last = parts.get(parts.size() - 1);
    return !withoutComments(source.substring(last.start, last.end)).endsWith(";");
  }

  Place place(int offset) {
    int at = Math.max(0, Math.min(offset, source.length()));
    int line = 1 + (int) source.substring(0, at).chars().filter(c -> c == '\n').count();
    return new Place(line, at - source.lastIndexOf('\n', at - 1));
  }

  /** The text of a line, from 1. */
  String line(int line) {
    return source.lines().skip(line - 1L).findFirst().orElse("");
  }

  /** The text up to its last token. */
  private static String withoutComments(String text) {
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
