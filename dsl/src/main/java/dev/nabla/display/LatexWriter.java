package dev.nabla.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * LaTeX display math, for paper and for screen readers: matrices only. A group has a LaTeX form
 * when each of its members has one.
 */
final class LatexWriter extends Writer {
  static final String LINE = " \\\\ ";

  /** Between lines of matrices or fractions, which would touch. */
  static final String SPACED_LINE = " \\\\[4pt] ";

  /** What fits on a line of a printed page, in characters of numbers. */
  private static final int PAGE_WIDTH = 75;

  /** What stands around a matrix or a sign. */
  private static final int SPACE = 4;

  @Override
  String matrix(Grid grid) {
    return "$$" + formula(grid) + "$$";
  }

  /** The matrix with its name and shape, without the dollar signs. */
  static String formula(Grid grid) {
    Notation name = grid.matrix.name();
    return (name == null ? "" : name.latex() + " = ") + values(grid);
  }

  private static String values(Grid grid) {
    View.Matrix matrix = grid.matrix;
    if (grid.isNumber()) {
      return number(Numbers.full(grid.value(0, 0)));
    }
    int exponent = grid.numbers.exponent();
    String power = exponent == 0 ? "" : "10^{" + exponent + "} \\cdot ";
    String shape = matrix.values().getNumRows() + "\\times " + matrix.values().getNumCols();
    String note = matrix.note().isEmpty() ? "" : "\\quad " + Escape.latex(matrix.note());
    return power + "\\left[" + array(grid) + "\\right]_{" + shape + "}" + note;
  }

  private static String array(Grid grid) {
    List<String> lines = new ArrayList<>();
    for (int row : grid.rows) {
      List<String> cells = new ArrayList<>();
      for (int column : grid.columns) {
        cells.add(cell(grid, row, column));
      }
      lines.add(String.join(" & ", cells));
    }
    String alignment = "r".repeat(Math.max(1, grid.columns.length));
    String between = lines.stream().anyMatch(line -> line.contains("\\frac")) ? SPACED_LINE : LINE;
    return "\\begin{array}{" + alignment + "} " + String.join(between, lines) + " \\end{array}";
  }

  private static String cell(Grid grid, int row, int column) {
    if (row == Grid.GAP) {
      return column == Grid.GAP ? "\\ddots" : "\\vdots";
    }
    return column == Grid.GAP
        ? "\\cdots"
        : grid.mark(row, column).latex + number(grid.shown(row, column));
  }

  private static String number(String shown) {
    return switch (shown) {
      case "NaN" -> "\\mathrm{NaN}";
      case "+inf" -> "+\\infty";
      case "-inf" -> "-\\infty";
      default -> decimal(shown);
    };
  }

  private static String decimal(String shown) {
    boolean plain = shown.indexOf('E') < 0 && shown.indexOf('/') < 0;
    return plain ? shown : powerOrFraction(shown);
  }

  private static String powerOrFraction(String shown) {
    return shown
        .replaceFirst("E(-?\\d+)$", " \\\\cdot 10^{$1}")
        .replaceFirst("(\\d+)/(\\d+)", "\\\\frac{$1}{$2}");
  }

  @Override
  String stack(View.Stack stack) {
    List<String> parts = stack.views().stream().map(view -> write(view, Grid.IN_GROUP)).toList();
    return parts.stream().allMatch(Objects::nonNull) ? String.join("\n\n", parts) : null;
  }

  /** Matrices with their names below them, on as many lines as a page needs. */
  @Override
  String beside(View.Beside beside) {
    List<String> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    List<String> together = new ArrayList<>();
    int filled = 0;
    int width = 0;
    for (View view : beside.views()) {
      if (view instanceof View.Line sign) {
        together.add(sign.words().latex());
        width += sign.words().text().length() + SPACE;
      } else if (view instanceof View.Matrix matrix) {
        Grid grid = Grid.of(matrix, Grid.IN_GROUP);
        together.add(named(grid));
        width += width(grid);
        // A sign stays with what it is before.
        if (filled > 0 && filled + width > PAGE_WIDTH) {
          lines.add(String.join(" \\quad ", line));
          line.clear();
          filled = 0;
        }
        line.addAll(together);
        together.clear();
        filled += width;
        width = 0;
      } else {
        return null;
      }
    }
    line.addAll(together);
    lines.add(String.join(" \\quad ", line));
    return lines.size() == 1
        ? "$$" + lines.get(0) + "$$"
        : "$$\\begin{aligned} & " + String.join(SPACED_LINE + "& ", lines) + " \\end{aligned}$$";
  }

  private static String named(Grid grid) {
    Notation name = grid.matrix.name();
    String values = values(grid);
    return name == null
        ? values
        : "\\underbrace{" + values + "}_{\\textstyle " + name.latex() + "}";
  }

  /** In characters of numbers, about. */
  private static int width(Grid grid) {
    int width = SPACE;
    for (int column : grid.columns) {
      int widest = 0;
      for (int row : grid.rows) {
        boolean gap = row == Grid.GAP || column == Grid.GAP;
        String shown = gap ? "." : grid.mark(row, column).sign + grid.shown(row, column);
        widest = Math.max(widest, shown.length());
      }
      width += widest + 2;
    }
    return width;
  }
}
