package dev.nabla.product;

/**
 * The shapes of a product: C, rows x columns, of a first factor, rows x inner, and a second one,
 * inner x columns, each of which may be stored transposed.
 */
public record Factors(
    int rows, int inner, int columns, boolean firstTransposed, boolean secondTransposed) {

  /** How many numbers are multiplied with each other. */
  public long multiplications() {
    return (long) rows * inner * columns;
  }

  /** From one row of the first factor to the next. */
  int firstRow() {
    return firstTransposed ? 1 : inner;
  }

  /** From one entry to the next in a row of the first factor. */
  int firstInner() {
    return firstTransposed ? rows : 1;
  }

  /** From one row of the second factor to the next. */
  int secondInner() {
    return secondTransposed ? 1 : columns;
  }

  /** From one entry to the next in a row of the second factor. */
  int secondColumn() {
    return secondTransposed ? inner : 1;
  }
}
