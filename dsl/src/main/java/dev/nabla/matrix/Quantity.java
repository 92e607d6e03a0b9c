package dev.nabla.matrix;

import dev.nabla.display.Display;
import dev.nabla.display.Marks;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.Symbols;
import dev.nabla.display.View;
import dev.nabla.display.View.Axis;
import java.util.Arrays;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/**
 * A matrix that knows its name and what its rows and columns mean, such as dL/dW2, outputs x
 * hidden. Arithmetic with it gives a plain {@link SimpleMatrix}.
 */
public final class Quantity extends SimpleMatrix implements Showable {
  private static final long serialVersionUID = 1;

  private final transient Notation name;
  private final transient Axis rows;
  private final transient Axis columns;
  private final transient String note;
  private final transient Marks marks;

  /**
   * A copy of {@code values} with a label.
   *
   * @param name what it is called, or null
   * @param note the end of the caption, empty for none
   */
  public Quantity(SimpleMatrix values, Notation name, Axis rows, Axis columns, String note) {
    this(values, name, rows, columns, note, Marks.NONE);
  }

  private Quantity(
      SimpleMatrix values, Notation name, Axis rows, Axis columns, String note, Marks marks) {
    super(values);
    this.name = name;
    this.rows = rows;
    this.columns = columns;
    this.note = note;
    this.marks = marks;
  }

  /** The same matrix with entries that stand out. */
  public Quantity marked(Marks marks) {
    return new Quantity(this, name, rows, columns, note, marks);
  }

  /** The same matrix under another name. */
  public static Quantity label(SimpleMatrix values, String name) {
    Axis rows = values instanceof Quantity q ? q.rows : Axis.UNNAMED;
    Axis columns = values instanceof Quantity q ? q.columns : Axis.UNNAMED;
    return new Quantity(values, Symbols.of(name), rows, columns, "");
  }

  /**
   * The same matrix under another name, with meanings of its axes.
   *
   * @param rows one word for what the rows count ({@code "hidden"}), or one name for each row
   *     ({@code "h1 h2 h3"})
   * @param columns likewise for the columns
   */
  public static Quantity label(SimpleMatrix values, String name, String rows, String columns) {
    return new Quantity(
        values,
        Symbols.of(name),
        axis(rows, values.getNumRows()),
        axis(columns, values.getNumCols()),
        "");
  }

  private static Axis axis(String words, int size) {
    List<String> names = Arrays.stream(words.strip().split("\\s+")).toList();
    return names.size() == size && size > 1
        ? new Axis("", names.stream().map(Notation::of).toList())
        : new Axis(words.strip(), List.of());
  }

  /** What it is called; null if it has no name. */
  public Notation name() {
    return name;
  }

  /** Other values of the same shape under the same label. */
  Quantity with(SimpleMatrix other) {
    return new Quantity(other, name, rows, columns, note);
  }

  /** The transpose with its label, which then ends in {@code note}. */
  public Quantity transposed(String note) {
    return new Quantity(transpose(), name, columns, rows, note);
  }

  @Override
  public View.Matrix view() {
    return new View.Matrix(name, this, rows, columns, note, marks);
  }

  @Override
  public String toString() {
    return Display.text(view());
  }
}
