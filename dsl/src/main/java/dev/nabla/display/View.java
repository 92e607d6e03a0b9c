package dev.nabla.display;

import java.util.List;
import org.ejml.simple.SimpleMatrix;

/**
 * What a value shows, before any format. Each format has one writer that turns every kind of view
 * into it.
 */
public sealed interface View {

  /** One line of words, such as {@code net: 2 inputs -> 3 relu -> 1}. */
  record Line(Notation words) implements View {}

  /**
   * A matrix with its caption: name, shape, meaning of rows x columns.
   *
   * @param name what it is called, or null
   * @param values not modified
   * @param rows meaning and unit names of the rows
   * @param columns meaning and unit names of the columns
   * @param note the end of the caption, such as a layout that is not the default; may be empty
   */
  record Matrix(Notation name, SimpleMatrix values, Axis rows, Axis columns, String note)
      implements View {}

  /**
   * One axis of a matrix.
   *
   * @param meaning what the axis counts in words, such as {@code hidden}; empty when unknown
   * @param names one name for each index; empty for 1, 2, 3 ...
   */
  record Axis(String meaning, List<Notation> names) {
    public static final Axis UNNAMED = new Axis("", List.of());
  }

  /** A table of words and numbers, all cells already formatted. */
  record Table(Notation caption, List<String> headers, List<List<String>> rows) implements View {}

  /** Views one below the other. */
  record Stack(List<View> views) implements View {}

  /** Views side by side, where the format can. */
  record Beside(List<View> views) implements View {}
}
