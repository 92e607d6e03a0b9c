package dev.nabla.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * LaTeX display math, for paper and for screen readers: matrices only. A group has a LaTeX form
 * when each of its members has one.
 */
final class LatexWriter extends Writer {

  @Override
  String matrix(Grid grid) {
    return "$$" + formula(grid) + "$$";
  }

  /** The matrix with its name and shape, without the dollar signs. */
  static String formula(Grid grid) {
    View.Matrix matrix = grid.matrix;
    String name = matrix.name() == null ? "" : matrix.name().latex() + " = ";
    if (grid.isNumber()) {
      return name + number(Numbers.full(grid.value(0, 0)));
    }
    int exponent = grid.numbers.exponent();
    String power = exponent == 0 ? "" : "10^{" + exponent + "} \\cdot ";
    String shape = matrix.values().getNumRows() + "\\times " + matrix.values().getNumCols();
    String note = matrix.note().isEmpty() ? "" : "\\quad " + Escape.latex(matrix.note());
    return name + power + "\\left[" + array(grid) + "\\right]_{" + shape + "}" + note;
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
    return "\\begin{array}{" + alignment + "} " + String.join(" \\\\ ", lines) + " \\end{array}";
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

  @Override
  String beside(View.Beside beside) {
    if (!beside.views().stream().allMatch(LatexWriter::isMath)) {
      return null;
    }
    return beside.views().stream()
        .map(LatexWriter::math)
        .collect(Collectors.joining(" \\quad ", "$$", "$$"));
  }

  private static boolean isMath(View view) {
    return view instanceof View.Matrix || view instanceof View.Line;
  }

  private static String math(View view) {
    return view instanceof View.Matrix matrix
        ? formula(Grid.of(matrix, Grid.IN_GROUP))
        : ((View.Line) view).words().latex();
  }
}
