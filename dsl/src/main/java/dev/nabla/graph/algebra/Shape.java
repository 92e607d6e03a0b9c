package dev.nabla.graph.algebra;

/**
 * Rows and columns of a value, each a number or a letter such as n. A vector is a column, n x 1; a
 * number is 1 x 1.
 */
public record Shape(String rows, String columns) {
  public static final Shape NUMBER = new Shape("1", "1");

  public static Shape column(String rows) {
    return new Shape(rows, "1");
  }

  public static Shape of(int rows, int columns) {
    return new Shape(Integer.toString(rows), Integer.toString(columns));
  }

  public boolean isNumber() {
    return rows.equals("1") && columns.equals("1");
  }

  public boolean isColumn() {
    return columns.equals("1");
  }

  /** A row or a column (a number is both). */
  public boolean isVector() {
    return rows.equals("1") || columns.equals("1");
  }

  public Shape transposed() {
    return new Shape(columns, rows);
  }

  /** As in {@code W is n x d}, {@code y is a number}. */
  public String words() {
    return isNumber() ? "a number" : toString();
  }

  @Override
  public String toString() {
    return rows + " x " + columns;
  }
}
