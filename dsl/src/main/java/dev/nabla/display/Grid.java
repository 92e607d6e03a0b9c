package dev.nabla.display;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A matrix as all writers show it: formatted cells, headers, and of a large matrix only the
 * corners.
 *
 * <p>Index {@link #GAP} stands for the rows or columns left out.
 */
final class Grid {
  /** A matrix alone is shown whole up to this many rows and columns. */
  static final int ALONE = 12;

  /** A matrix among others is shown whole up to this many rows and columns. */
  static final int IN_GROUP = 6;

  static final int GAP = -1;

  /** What stays on each side of a gap in a matrix alone. */
  private static final int ALONE_EDGE = 5;

  final View.Matrix matrix;
  final Numbers numbers;
  final int[] rows;
  final int[] columns;

  /** Whether the matrix stands alone, with room for more about it. */
  final boolean alone;

  private final double largest;

  private Grid(View.Matrix matrix, int[] rows, int[] columns, boolean alone) {
    this.matrix = matrix;
    this.alone = alone;
    this.rows = rows;
    this.columns = columns;
    double[] visible = visible();
    this.numbers = Numbers.of(visible);
    this.largest = Arrays.stream(visible).map(Math::abs).filter(Double::isFinite).max().orElse(0);
  }

  static Grid of(View.Matrix matrix, int limit) {
    int[] rows = kept(matrix.values().getNumRows(), limit);
    int[] columns = kept(matrix.values().getNumCols(), limit);
    return new Grid(matrix, rows, columns, limit == ALONE);
  }

  private static int[] kept(int count, int limit) {
    int edge = count <= limit ? count : Math.min(ALONE_EDGE, limit / 2);
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < edge; i++) {
      indices.add(i);
    }
    if (count > limit) {
      indices.add(GAP);
      for (int i = count - edge; i < count; i++) {
        indices.add(i);
      }
    }
    return indices.stream().mapToInt(Integer::intValue).toArray();
  }

  private double[] visible() {
    double[] values = new double[rows.length * columns.length];
    int count = 0;
    for (int row : rows) {
      for (int column : columns) {
        if (row != GAP && column != GAP) {
          values[count++] = value(row, column);
        }
      }
    }
    return Arrays.copyOf(values, count);
  }

  double value(int row, int column) {
    return matrix.values().get(row, column);
  }

  /** An entry as shown, without the sign of its mark. */
  String shown(int row, int column) {
    String fraction = matrix.marks().fractions() ? Fractions.of(value(row, column)) : null;
    return fraction == null ? numbers.shown(value(row, column)) : fraction;
  }

  /** All digits of an entry if the shown ones are not all; else null. */
  String hidden(int row, int column) {
    double value = value(row, column);
    boolean whole = matrix.marks().fractions() && Fractions.of(value) != null;
    return whole || !numbers.rounds(value) ? null : Numbers.full(value);
  }

  Marks.Mark mark(int row, int column) {
    return matrix.marks().marker().at(row, column);
  }

  /** From -1 to 1: the entry relative to the largest one shown; 0 without heat. */
  double heat(int row, int column) {
    double value = value(row, column);
    return matrix.marks().heat() && largest > 0 && Double.isFinite(value) ? value / largest : 0;
  }

  Notation rowName(int row) {
    return name(matrix.rows(), row);
  }

  Notation columnName(int column) {
    return name(matrix.columns(), column);
  }

  private static Notation name(View.Axis axis, int index) {
    return index < axis.names().size()
        ? axis.names().get(index)
        : Notation.of(Integer.toString(index + 1));
  }

  boolean isEmpty() {
    return rows.length == 0 || columns.length == 0;
  }

  /** One entry: it prints as a number, not as a table. */
  boolean isNumber() {
    return matrix.values().getNumRows() == 1 && matrix.values().getNumCols() == 1;
  }

  /**
   * The parts of the caption after the name.
   *
   * @param times the sign between two sizes or meanings
   * @param powerOfTen what to say if all entries share a power of ten
   * @param words how the format writes words of users
   */
  List<String> captionParts(String times, String powerOfTen, UnaryOperator<String> words) {
    List<String> parts = new ArrayList<>();
    parts.add(matrix.values().getNumRows() + times + matrix.values().getNumCols());
    String rowMeaning = words.apply(matrix.rows().meaning());
    String columnMeaning = words.apply(matrix.columns().meaning());
    if (!rowMeaning.isEmpty() && !columnMeaning.isEmpty()) {
      parts.add(rowMeaning + times + columnMeaning);
    } else if (!rowMeaning.isEmpty()) {
      parts.add("rows: " + rowMeaning);
    } else if (!columnMeaning.isEmpty()) {
      parts.add("columns: " + columnMeaning);
    }
    if (numbers.exponent() != 0) {
      parts.add(powerOfTen);
    }
    if (!matrix.note().isEmpty()) {
      parts.add(words.apply(matrix.note()));
    }
    return parts;
  }
}
