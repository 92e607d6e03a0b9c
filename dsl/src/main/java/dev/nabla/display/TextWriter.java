package dev.nabla.display;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Plain text: a caption line, then a grid aligned by spaces. What scripts, logs and diffs read. */
final class TextWriter extends Writer {
  private static final String BETWEEN = "  ";
  private static final int PAGE_WIDTH = 100;

  @Override
  String line(View.Line line) {
    return line.words().text();
  }

  @Override
  String matrix(Grid grid) {
    View.Matrix matrix = grid.matrix;
    if (grid.isNumber()) {
      String number = Numbers.full(grid.value(0, 0));
      String named = matrix.name() == null ? number : matrix.name().text() + " = " + number;
      return matrix.note().isEmpty() ? named : named + " - " + matrix.note();
    }
    String caption = caption(grid);
    return grid.isEmpty() ? caption : caption + "\n" + grid(cells(grid), numericColumns(grid));
  }

  private static String caption(Grid grid) {
    List<String> parts = new ArrayList<>();
    if (grid.matrix.name() != null) {
      parts.add(grid.matrix.name().text());
    }
    parts.addAll(grid.captionParts(" x ", "times 10^" + grid.numbers.exponent(), words -> words));
    return String.join(" - ", parts);
  }

  private static List<List<String>> cells(Grid grid) {
    List<List<String>> lines = new ArrayList<>();
    List<String> header = new ArrayList<>();
    header.add("");
    for (int column : grid.columns) {
      header.add(column == Grid.GAP ? "..." : grid.columnName(column).text());
    }
    lines.add(header);
    for (int row : grid.rows) {
      List<String> line = new ArrayList<>();
      line.add(row == Grid.GAP ? "..." : grid.rowName(row).text());
      for (int column : grid.columns) {
        boolean gap = row == Grid.GAP || column == Grid.GAP;
        line.add(gap ? "..." : grid.mark(row, column).sign + grid.shown(row, column));
      }
      lines.add(line);
    }
    return lines;
  }

  private static boolean[] numericColumns(Grid grid) {
    boolean[] numeric = new boolean[grid.columns.length + 1];
    Arrays.fill(numeric, 1, numeric.length, true);
    return numeric;
  }

  @Override
  String table(View.Table table) {
    List<List<String>> lines = new ArrayList<>();
    if (!table.headers().isEmpty()) {
      lines.add(table.headers());
    }
    lines.addAll(table.rows());
    String grid = grid(lines, Columns.numeric(table));
    return table.caption() == null ? grid : (table.caption().text() + "\n" + grid).stripTrailing();
  }

  /** Lines of cells, each column as wide as its widest cell. */
  private static String grid(List<List<String>> lines, boolean[] right) {
    int[] widths = new int[right.length];
    for (List<String> line : lines) {
      for (int i = 0; i < line.size(); i++) {
        widths[i] = Math.max(widths[i], width(line.get(i)));
      }
    }
    return lines.stream()
        .map(
            line -> {
              StringBuilder out = new StringBuilder();
              for (int i = 0; i < line.size(); i++) {
                String cell = line.get(i);
                String space = " ".repeat(widths[i] - width(cell));
                out.append(i == 0 ? "" : BETWEEN).append(right[i] ? space + cell : cell + space);
              }
              return out.toString().stripTrailing();
            })
        .collect(Collectors.joining("\n"));
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  @Override
  String stack(View.Stack stack) {
    return stack.views().stream()
        .map(view -> write(view, Grid.IN_GROUP))
        .collect(Collectors.joining("\n\n"));
  }

  @Override
  String beside(View.Beside beside) {
    List<List<String>> blocks =
        beside.views().stream().map(view -> write(view, Grid.IN_GROUP).lines().toList()).toList();
    int[] widths =
        blocks.stream()
            .mapToInt(block -> block.stream().mapToInt(TextWriter::width).max().orElse(0))
            .toArray();
    int height = blocks.stream().mapToInt(List::size).max().orElse(0);
    if (Arrays.stream(widths).sum() + BETWEEN.length() * blocks.size() > PAGE_WIDTH) {
      return stack(new View.Stack(beside.views()));
    }
    List<String> lines = new ArrayList<>();
    for (int y = 0; y < height; y++) {
      StringBuilder line = new StringBuilder();
      for (int b = 0; b < blocks.size(); b++) {
        List<String> block = blocks.get(b);
        int top = block.size() == 1 ? height / 2 : 0;
        String piece = y >= top && y - top < block.size() ? block.get(y - top) : "";
        line.append(b == 0 ? "" : BETWEEN)
            .append(piece)
            .append(" ".repeat(widths[b] - width(piece)));
      }
      lines.add(line.toString().stripTrailing());
    }
    return String.join("\n", lines);
  }

  @Override
  String solution(View.Solution solution) {
    List<String> lines = new ArrayList<>();
    if (solution.title() != null) {
      lines.add(solution.title().text());
    }
    int number = 1;
    for (View.Step step : solution.steps()) {
      String sentence = step.sentence().isEmpty() ? "" : ". " + step.sentence().text();
      lines.add(number++ + ". " + step.title() + sentence);
      String quantity = step.quantity().text();
      String start = "   " + quantity;
      for (Notation side : step.sides()) {
        lines.add(start + " = " + side.text());
        start = " ".repeat(3 + width(quantity));
      }
    }
    return String.join("\n", lines);
  }

  /** Graders read the first plain text of a cell as its points. */
  @Override
  String graded(View.Graded graded, int limit) {
    return graded.points();
  }

  @Override
  String diagram(View.Diagram diagram) {
    return Descriptions.text(diagram);
  }

  @Override
  String chart(View.Chart chart) {
    return Descriptions.text(chart);
  }

  @Override
  String field(View.Field field) {
    return Descriptions.text(field);
  }

  @Override
  String progress(View.Progress progress) {
    return Descriptions.text(progress);
  }

  @Override
  String picture(View.Picture picture) {
    return picture.description();
  }

  /** A matrix within a line: {@code [1 2; 3 4]}. */
  static String inline(Grid grid) {
    int exponent = grid.numbers.exponent();
    String power = exponent == 0 ? "" : Notation.powerOfTen(exponent).text() + " ";
    return cells(grid).stream()
        .skip(1)
        .map(row -> String.join(" ", row.subList(1, row.size())))
        .collect(Collectors.joining("; ", power + "[", "]"));
  }
}
