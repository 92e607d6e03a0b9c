package dev.nabla.display;

import java.util.List;
import java.util.regex.Pattern;

/** Which columns of a table hold numbers and so stand to the right. */
final class Columns {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?|NaN|null|[-+]inf|[-+]?\\d+/\\d+|\\.\\.\\.|");

  private Columns() {}

  /**
   * One flag for each column of the widest row: true when every cell in it is a number or empty.
   */
  static boolean[] numeric(View.Table table) {
    int width = table.headers().size();
    for (List<String> row : table.rows()) {
      width = Math.max(width, row.size());
    }
    boolean[] numeric = new boolean[width];
    for (int column = 0; column < width; column++) {
      int index = column;
      numeric[column] =
          table.rows().stream()
              .filter(row -> index < row.size())
              .allMatch(row -> NUMBER.matcher(row.get(index)).matches());
    }
    return numeric;
  }
}
