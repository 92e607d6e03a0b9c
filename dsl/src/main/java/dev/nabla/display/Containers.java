package dev.nabla.display;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Arrays, collections, maps, records and objects of one's own as tables: numbers side by side, what
 * has equal parts with a column for each part, everything else one below the other.
 */
final class Containers {
  private static final int WIDEST = 12;
  private static final String MORE = "...";
  private static final Column.Cell REST = Column.Cell.of(MORE);

  private final Contents contents;
  private final String name;
  private final List<Contents> rows;

  private Containers(Contents contents, String name, LongSupplier clock) {
    this.contents = contents;
    this.name = name;
    this.rows = contents.items().stream().map(item -> Contents.of(item, clock)).toList();
  }

  /**
   * The view of what a value holds.
   *
   * @param name the variable that holds it, or null
   */
  static View view(Contents contents, String name, LongSupplier clock) {
    return new Containers(contents, name, clock).view();
  }

  private View view() {
    List<Object> items = contents.items();
    if (items.isEmpty()) {
      return new View.Line(caption(0));
    } else if (items.stream().anyMatch(item -> Values.own(item, null) != null)) {
      return views();
    } else if (isLine(contents)) {
      return numbers(List.of(contents), false);
    } else if (isGrid()) {
      return numbers(rows, true);
    }
    List<List<String>> parts = rows.stream().map(Containers::parts).distinct().toList();
    return contents.kind() != Contents.Kind.PARTS && parts.size() == 1 && !parts.get(0).isEmpty()
        ? table(parts.get(0), rows.stream().map(Contents::items).toList())
        : table(List.of("value"), items.stream().map(Collections::singletonList).toList());
  }

  /** Whether it is a sequence of short values. */
  private static boolean isLine(Contents contents) {
    return contents.isSequence()
        && contents.items().stream()
            .allMatch(
                item ->
                    item == null
                        || item instanceof Number
                        || item instanceof Boolean
                        || item instanceof Character);
  }

  /** Whether every item is such a sequence, or null, but not all are null or empty. */
  private boolean isGrid() {
    boolean fits = contents.isIndexed();
    boolean filled = false;
    for (int i = 0; i < rows.size(); i++) {
      Contents row = rows.get(i);
      fits &= row == null ? contents.items().get(i) == null : row.isIndexed() && isLine(row);
      filled |= row != null && !row.items().isEmpty();
    }
    return fits && filled;
  }

  private static List<String> parts(Contents row) {
    boolean parts = row != null && row.kind() == Contents.Kind.PARTS;
    return parts ? row.labels().stream().limit(WIDEST).toList() : List.of();
  }

  /** Short values under their Java indices, which count from 0. */
  private View numbers(List<Contents> all, boolean labelled) {
    List<Contents> shown = all.stream().limit(WIDEST).toList();
    int longest =
        shown.stream().filter(Objects::nonNull).mapToInt(row -> row.items().size()).max().orElse(0);
    int width = Math.min(longest, WIDEST);
    Column column =
        Column.sharing(shown.stream().flatMap(row -> first(row, width).stream()).toList());
    List<String> headers = new ArrayList<>();
    for (int j = 0; j < width && contents.kind() != Contents.Kind.SET; j++) {
      headers.add("[" + j + "]");
    }
    List<List<Column.Cell>> lines = new ArrayList<>();
    for (Contents row : shown) {
      List<Column.Cell> line = new ArrayList<>();
      first(row, width).forEach(item -> line.add(column.shown(item)));
      if (row == null) {
        line.add(Column.Cell.of("null"));
      }
      line.addAll(Collections.nCopies(width - line.size(), Column.Cell.of("")));
      lines.add(line);
    }
    if (longest > width) {
      headers.add(MORE);
      lines.forEach(line -> line.add(REST));
    }
    if (labelled) {
      headers.add(0, "");
      for (int i = 0; i < lines.size(); i++) {
        lines.get(i).add(0, Column.Cell.of(contents.labels().get(i)));
      }
      if (all.size() > shown.size() || contents.cut()) {
        lines.add(Collections.nCopies(headers.size(), REST));
      }
    }
    return table(caption(column.exponent()), headers, lines);
  }

  private static List<Object> first(Contents row, int width) {
    return row == null ? List.of() : row.items().stream().limit(width).toList();
  }

  /** A line for each item, under the names of its parts. */
  private View table(List<String> parts, List<? extends List<?>> items) {
    List<Column> columns = new ArrayList<>();
    for (int j = 0; j < parts.size(); j++) {
      int part = j;
      columns.add(Column.of(items.stream().map(item -> item.get(part)).toList()));
    }
    boolean labelled = !contents.labels().isEmpty();
    List<String> headers = new ArrayList<>();
    if (labelled) {
      headers.add(contents.kind() == Contents.Kind.MAP ? "key" : "");
    }
    headers.addAll(parts);
    List<List<Column.Cell>> lines = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<Column.Cell> line = new ArrayList<>();
      if (labelled) {
        line.add(Column.Cell.of(contents.labels().get(i)));
      }
      for (int j = 0; j < parts.size(); j++) {
        line.add(columns.get(j).shown(items.get(i).get(j)));
      }
      lines.add(line);
    }
    if (contents.cut()) {
      lines.add(Collections.nCopies(headers.size(), REST));
    }
    return table(caption(0), headers, lines);
  }

  private static View table(Notation caption, List<String> headers, List<List<Column.Cell>> lines) {
    return new View.Table(
        caption, headers, each(lines, Column.Cell::words), each(lines, Column.Cell::digits));
  }

  private static List<List<String>> each(
      List<List<Column.Cell>> lines, Function<Column.Cell, String> part) {
    return lines.stream().map(line -> line.stream().map(part).toList()).toList();
  }

  /** Values that have views of their own, one below the other. */
  private View views() {
    List<View> views = new ArrayList<>();
    views.add(new View.Line(caption(0)));
    int count = Math.min(WIDEST, contents.items().size());
    for (int i = 0; i < count; i++) {
      String label = contents.labels().isEmpty() ? null : label(i);
      View own = Values.own(contents.items().get(i), label);
      boolean named = own instanceof View.Matrix matrix && isNamed(matrix, label);
      if (own == null || label != null && !named) {
        String words = own == null ? Inline.of(contents.items().get(i)) : "";
        String start = label == null ? "" : label + (own == null ? " = " : ":");
        views.add(new View.Line(Notation.of(start + words)));
      }
      if (own != null) {
        views.add(own);
      }
    }
    if (count < contents.items().size() || contents.cut()) {
      views.add(new View.Line(Notation.of(MORE)));
    }
    return new View.Stack(views);
  }

  private static boolean isNamed(View.Matrix matrix, String label) {
    return matrix.name() != null && matrix.name().text().equals(label);
  }

  private String label(int i) {
    return name != null && contents.isSequence()
        ? name + contents.labels().get(i)
        : contents.labels().get(i);
  }

  private Notation caption(int exponent) {
    List<Notation> parts = new ArrayList<>();
    if (name != null) {
      parts.add(Notation.of(name));
    }
    parts.add(Notation.of(contents.type()));
    if (exponent != 0) {
      Notation times = new Notation("times", "×", "\\times");
      parts.add(Notation.join(times, Notation.powerOfTen(exponent)));
    }
    Notation dot = new Notation("-", "·", "\\cdot");
    Notation caption = parts.get(0);
    for (Notation part : parts.subList(1, parts.size())) {
      caption = Notation.join(caption, dot, part);
    }
    return caption;
  }
}
