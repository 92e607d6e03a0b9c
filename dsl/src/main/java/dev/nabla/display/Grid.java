package dev.nabla.display;

import java.util.ArrayList;
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

  /** The digits of the entries shown, row by row; null where an entry is not finite. */
  private final Decimal[] decimals;

  private Grid(View.Matrix matrix, int[] rows, int[] columns, boolean alone) {
    this.matrix = matrix;
    this.alone = alone;
    this.rows = rows;
    this.columns = columns;
    double[] values = new double[rows.length * columns.length];
    decimals = new Decimal[values.length];
    double most = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        boolean gap = rows[i] == GAP || columns[j] == GAP;
        double value = gap ? 0 : value(rows[i], columns[j]);
        if (Double.isFinite(value)) {
          int place = i * columns.length + j;
          values[place] = value;
          decimals[place] = new Decimal(value);
          most = Math.max(most, Math.abs(value));
        }
      }
    }
    numbers = Numbers.of(values, decimals);
    largest = most;
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

  double value(int row, int column) {
    return matrix.values().get(row, column);
  }

  /** The digits of an entry that is shown; null if it is not finite. */
  private Decimal decimal(int row, int column) {
    return decimals[place(row, rows) * columns.length + place(column, columns)];
  }

  /** Where an index stands among those kept: those behind a gap count from the end. */
  private static int place(int index, int[] kept) {
    return index < kept.length && kept[index] == index
        ? index
        : index - kept[kept.length - 1] + kept.length - 1;
  }

  /** An entry as shown, without the sign of its mark. */
  String shown(int row, int column) {
    String fraction = matrix.marks().fractions() ? Fractions.of(value(row, column)) : null;
    if (fraction != null) {
      return fraction;
    }
    Decimal decimal = decimal(row, column);
    return decimal == null ? Numbers.full(value(row, column)) : numbers.shown(decimal);
  }

  /** All digits of an entry if the shown ones are not all; else null. */
  String hidden(int row, int column) {
    Decimal decimal = decimal(row, column);
    boolean whole = matrix.marks().fractions() && Fractions.of(value(row, column)) != null;
    return whole || decimal == null || !numbers.rounds(decimal) ? null : decimal.text;
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
