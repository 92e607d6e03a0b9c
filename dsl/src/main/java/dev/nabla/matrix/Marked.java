package dev.nabla.matrix;

import dev.nabla.display.Display;
import dev.nabla.display.Marks;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/** A matrix shown in another way: shaded, or with fractions. */
public record Marked(View view) implements Showable {

  /** Larger matrices are cut as tables, so that their colors need a picture. */
  private static final int WHOLE = 12;

  /**
   * Shaded by size, blue for positive and red for negative entries; a large matrix also as a
   * picture of all its entries.
   */
  public static Marked heat(SimpleMatrix m) {
    View.Matrix table = viewOf(m).marked(Marks.HEAT);
    boolean whole = Math.max(m.getNumRows(), m.getNumCols()) <= WHOLE;
    return new Marked(whole ? table : new View.Illustrated(table, picture(table)));
  }

  private static View picture(View.Matrix table) {
    int rows = table.values().getNumRows();
    int columns = table.values().getNumCols();
    return new View.Field(
        table.name(),
        table.columns().meaning(),
        table.rows().meaning(),
        table.values(),
        Double.NaN,
        0.5,
        columns + 0.5,
        rows + 0.5,
        0.5,
        List.of());
  }

  /** With fractions where a small one fits: 0.5 as 1/2. */
  public static Marked fractions(SimpleMatrix m) {
    return new Marked(viewOf(m).marked(Marks.FRACTIONS));
  }

  private static View.Matrix viewOf(SimpleMatrix m) {
    return m instanceof Quantity quantity
        ? quantity.view()
        : new View.Matrix(null, m.copy(), View.Axis.UNNAMED, View.Axis.UNNAMED, "");
  }

  @Override
  public String toString() {
    return Display.text(view);
  }
}
