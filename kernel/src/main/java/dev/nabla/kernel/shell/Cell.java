package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.Units.Unit;
import dev.nabla.kernel.shell.direct.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

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
   * @param reading what the grammar says of it, where the split has found that out, too; or null
   */
  record Part(String source, int start, int end, boolean readable, Call magic, Reading reading) {
    Part(Unit unit, int at) {
      this(
          unit.source(), at + unit.start(), at + unit.end(), unit.readable(), null, unit.reading());
    }

    Part(Call magic, String source) {
      this(source, magic.start(), magic.end(), true, magic, null);
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
  static Cell split(int number, String source, Units units) {
    return new Cell(number, source, parts(source, 0, source.length(), units));
  }

  /** The same cell, with the parts alone that stand between two places. */
  Cell within(int from, int to, Units units) {
    return new Cell(number, source, parts(source, from, to, units));
  }

  private static List<Part> parts(String all, int from, int to, Units units) {
    String source = all.substring(0, to);
    List<Part> parts = new ArrayList<>();
    int at = from;
    while (!source.substring(at).isBlank()) {
      int magic = Trivia.end(source, at);
      if (Call.begins(source, magic)) {
        Call call = Call.at(source, magic);
        parts.add(new Part(call, source.substring(magic, call.end())));
        at = call.end();
        continue;
      }
      List<Unit> found = units.first(source.substring(at));
      if (found.isEmpty()) {
        break;
      }
      for (Unit each : found) {
        parts.add(new Part(each, at));
      }
      at = parts.get(parts.size() - 1).end;
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
    return !Trivia.withoutComments(source.substring(last.start, last.end)).endsWith(";");
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
}
