package dev.nabla.matrix;

import dev.nabla.display.Display;
import dev.nabla.display.Marks;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import org.ejml.simple.SimpleMatrix;

/** A matrix shown in another way: shaded, or with fractions. */
public record Marked(View.Matrix view) implements Showable {

  /** Shaded by size, blue for positive and red for negative entries. */
  public static Marked heat(SimpleMatrix m) {
    return new Marked(viewOf(m).marked(Marks.HEAT));
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
