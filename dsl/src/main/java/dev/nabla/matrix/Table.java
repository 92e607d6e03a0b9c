package dev.nabla.matrix;

import dev.nabla.display.Display;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;

/**
 * A table of words and numbers, filled row by row. Immutable: {@code row} returns the longer table.
 *
 * <pre>{@code
 * table("d", "ratio").row(1, 1.2).row(2, 3.6)
 * // d  ratio
 * // 1    1.2
 * // 2    3.6
 * }</pre>
 */
public final class Table implements Showable {
  private final List<String> headers;
  private final List<List<String>> rows;

  private Table(List<String> headers, List<List<String>> rows) {
    this.headers = headers;
    this.rows = rows;
  }

  /**
   * An empty table.
   *
   * @throws NablaException if there is no header
   */
  public static Table of(String... headers) {
    if (headers.length == 0) {
      throw new NablaException(
          "table(): a table has at least one column. Write table(\"step\", \"loss\").");
    }
    return new Table(List.of(headers), List.of());
  }

  /**
   * The table with one more row; a cell may be a word, a number, a matrix or anything else.
   *
   * @throws NablaException if the number of cells is not the number of columns
   */
  public Table row(Object... cells) {
    if (cells.length != headers.size()) {
      throw new NablaException(
          "row: "
              + cells.length
              + (cells.length == 1 ? " cell" : " cells")
              + " for "
              + headers.size()
              + (headers.size() == 1 ? " column" : " columns")
              + " ("
              + String.join(", ", headers)
              + "). Give one cell for each column.");
    }
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(words(cell));
    }
    List<List<String>> more = new ArrayList<>(rows);
    more.add(List.copyOf(row));
    return new Table(headers, List.copyOf(more));
  }

  private static String words(Object cell) {
    if (cell instanceof Double || cell instanceof Float) {
      return Digits.four(((Number) cell).doubleValue());
    }
    if (cell instanceof SimpleMatrix matrix) {
      return IntStream.range(0, matrix.getNumRows())
          .mapToObj(
              i ->
                  IntStream.range(0, matrix.getNumCols())
                      .mapToObj(j -> Digits.four(matrix.get(i, j)))
                      .collect(Collectors.joining(" ")))
          .collect(Collectors.joining("; "));
    }
    return String.valueOf(cell);
  }

  @Override
  public View.Table view() {
    return new View.Table(null, headers, rows);
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
