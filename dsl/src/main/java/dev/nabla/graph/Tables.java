package dev.nabla.graph;

import dev.nabla.display.Notation;
import dev.nabla.display.View;
import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.Script;
import dev.nabla.graph.algebra.Shape;
import dev.nabla.matrix.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ejml.simple.SimpleMatrix;

/** The small pieces of views that graphs are shown with. */
final class Tables {
  static final Notation EQUALS = new Notation(" = ", " = ", " = ");

  private Tables() {}

  static Quantity quantity(Notation name, SimpleMatrix values, String note) {
    return new Quantity(values, name, View.Axis.UNNAMED, View.Axis.UNNAMED, note);
  }

  static View matrix(Notation name, SimpleMatrix values, String note) {
    return new View.Matrix(name, values, View.Axis.UNNAMED, View.Axis.UNNAMED, note);
  }

  /** Words that look alike in all formats. */
  static Notation plain(String words) {
    return Notation.of(words).text().isEmpty()
        ? new Notation("", "", "")
        : new Notation(words, Notation.of(words).html(), "\\text{" + words + "}");
  }

  static Notation join(Notation... parts) {
    StringBuilder text = new StringBuilder();
    StringBuilder html = new StringBuilder();
    StringBuilder latex = new StringBuilder();
    for (Notation part : parts) {
      text.append(part.text());
      html.append(part.html());
      latex.append(part.latex());
    }
    return new Notation(text.toString(), html.toString(), latex.toString());
  }

  static Notation separated(List<Notation> parts, Notation between) {
    List<Notation> all = new ArrayList<>();
    for (Notation part : parts) {
      if (!all.isEmpty()) {
        all.add(between);
      }
      all.add(part);
    }
    return join(all.toArray(Notation[]::new));
  }

  /** A sign or a factor that is the same in all formats. */
  static Notation sign(String sign) {
    return new Notation(sign, sign, sign);
  }

  /** {@code n x d}. */
  static Notation shape(Shape shape) {
    return shape(shape.toString());
  }

  /** A shape or a product of shapes, as words. */
  static Notation shape(String text) {
    return new Notation(text, text.replace(" x ", " × "), text.replace(" x ", " \\times "));
  }

  /** {@code left = right = ...}. */
  static Notation equation(Notation... sides) {
    return separated(List.of(sides), EQUALS);
  }

  /** df/dx, with an upright d if f depends on x alone. */
  static Notation derivative(Notation of, Notation by, boolean ordinary) {
    Notation partial = Notation.partial(of, by);
    return ordinary
        ? new Notation(
            partial.text(),
            partial.html().replace("∂", "d"),
            partial.latex().replace("\\partial ", "d"))
        : partial;
  }

  static View line(Notation words) {
    return new View.Line(words);
  }

  static Notation formula(Expression formula) {
    return Script.notation(formula);
  }

  /** A number in a formula: at most six significant digits. */
  static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(6)).stripTrailingZeros();
    boolean plain = Math.abs(value) >= 1e-4 && Math.abs(value) < 1e9;
    return plain ? rounded.toPlainString() : rounded.toString().toLowerCase(Locale.ROOT);
  }
}
