package dev.nabla.matrix;

import dev.nabla.display.Display;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.List;
import org.ejml.simple.SimpleMatrix;

/** Matrices with signs between them, in one row as on paper. */
public record Equation(View view) implements Showable {
  /** As they are typed, in plain text and HTML, and in LaTeX. */
  private static final List<Notation> SIGNS =
      List.of(
          new Notation("*", "·", "\\cdot"),
          new Notation(".*", "⊙", "\\odot"),
          new Notation("->", "→", "\\to"));

  /**
   * The row of these parts.
   *
   * @param parts matrices and other quantities of the language, numbers, and signs as text
   * @throws NablaException if there is none, or a part is something else
   */
  public static Equation of(Object... parts) {
    if (parts.length == 0) {
      throw new NablaException(
          "equation(): give matrices and the signs between them, such as equation(S, \"=\", W, \"*\","
              + " X).");
    }
    List<View> row = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      row.add(view(parts[i], i + 1));
    }
    return new Equation(new View.Beside(row));
  }

  private static View view(Object part, int place) {
    if (part instanceof Showable shown) {
      return shown.view();
    }
    if (part instanceof SimpleMatrix m) {
      return new View.Matrix(null, m.copy(), View.Axis.UNNAMED, View.Axis.UNNAMED, "");
    }
    if (part instanceof Number number) {
      return new View.Line(Notation.of(Display.number(number.doubleValue())));
    }
    if (part instanceof String sign) {
      return new View.Line(sign(sign.strip()));
    }
    throw new NablaException(
        "equation: part "
            + place
            + " is "
            + (part == null ? "null" : "of type " + part.getClass().getSimpleName())
            + "; give a matrix, a number, or a sign as text such as \"=\".");
  }

  private static Notation sign(String typed) {
    for (Notation each : SIGNS) {
      if (each.text().equals(typed)) {
        return each;
      }
    }
    return Notation.of(typed);
  }

  @Override
  public String toString() {
    return Display.text(view);
  }
}
