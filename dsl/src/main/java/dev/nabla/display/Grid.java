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

  private Grid(View.Matrix matrix, int[] rows, int[] columns) {
    this.matrix = matrix;
    this.rows = rows;
    this.columns = columns;
    this.numbers = Numbers.of(visible());
  }

  static Grid of(View.Matrix matrix, int limit) {
    return new Grid(
        matrix,
        kept(matrix.values().getNumRows(), limit),
        kept(matrix.values().getNumCols(), limit));
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
