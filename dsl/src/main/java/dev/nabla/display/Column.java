package dev.nabla.display;

import java.util.List;

/**
 * How the values of a column look: numbers with a point in one format, anything else in a few
 * words.
 */
final class Column {
  /**
   * @param digits all digits of a number that shows fewer; else null
   */
  record Cell(String words, String digits) {
    static Cell of(String words) {
      return new Cell(words, null);
    }
  }

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

  Cell shown(Object value) {
    if (numbers == null) {
      return Cell.of(Inline.of(value));
    }
    double number = number(value);
    boolean rounds = Double.isFinite(number) && numbers.rounds(new Decimal(number));
    return new Cell(numbers.shown(number), rounds ? value.toString() : null);
  }

  /** The power of ten that all numbers share; 0 for none. */
  int exponent() {
    return numbers == null ? 0 : numbers.exponent();
  }
}
