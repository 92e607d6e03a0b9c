package dev.nabla.display;

import java.util.List;

/**
 * How the values of a column look: numbers with a point in one format, anything else in a few
 * words.
 */
final class Column {
  private final Numbers numbers;

  /**
   * @param numbers the format of all values; null where each stands for itself
   */
  private Column(Numbers numbers) {
    this.numbers = numbers;
  }

  /** Numbers may share a power of ten, which is said elsewhere. */
  static Column sharing(List<?> values) {
    boolean points =
        !values.isEmpty()
            && values.stream().allMatch(x -> x instanceof Double || x instanceof Float);
    return new Column(
        points ? Numbers.of(values.stream().mapToDouble(Column::number).toArray()) : null);
  }

  static Column of(List<?> values) {
    Column column = sharing(values);
    return column.exponent() == 0 ? column : new Column(null);
  }

  /** The double of the same digits. */
  private static double number(Object value) {
    return Double.parseDouble(value.toString());
  }

  String shown(Object value) {
    return numbers == null ? Inline.of(value) : numbers.shown(number(value));
  }

  /** The power of ten that all numbers share; 0 for none. */
  int exponent() {
    return numbers == null ? 0 : numbers.exponent();
  }
}
