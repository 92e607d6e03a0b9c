package dev.nabla.display;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ejml.simple.SimpleMatrix;

/**
 * One symbol or formula in three scripts, for the three writers.
 *
 * <pre>{@code
 * Notation w2 = Notation.indexed("W", 2);
 * Notation.partial(Notation.of("L"), w2)   // text dL/dW2, HTML ∂L/∂W<sub>2</sub>
 * }</pre>
 *
 * @param text for plain text, ASCII where the field has an ASCII spelling
 * @param html for HTML, already escaped; no two dollar signs in one element
 * @param latex for LaTeX math mode
 */
public record Notation(String text, String html, String latex) {

  /** A name as typed; everything special to HTML or LaTeX is escaped. */
  public static Notation of(String name) {
    return new Notation(name, Escape.html(name), Escape.latex(name));
  }

  /** A letter with an index, such as W2: the caption of a layer's quantity. */
  public static Notation indexed(String letter, int index) {
    return new Notation(
        letter + index,
        Escape.html(letter) + "<sub>" + index + "</sub>",
        Escape.latex(letter) + "_{" + index + "}");
  }

  /** The partial derivative of {@code of} by {@code by}. */
  public static Notation partial(Notation of, Notation by) {
    return new Notation(
        "d" + of.text + "/d" + by.text,
        "∂" + of.html + "/∂" + by.html,
        "\\frac{\\partial " + of.latex + "}{\\partial " + by.latex + "}");
  }

  /** {@code 10^-3} */
  public static Notation powerOfTen(int exponent) {
    return new Notation("10^" + exponent, "10<sup>" + exponent + "</sup>", "10^{" + exponent + "}");
  }

  /** Numbers in a formula: {@code [1 2; 3 4]}; of a large matrix its corners. */
  public static Notation matrix(SimpleMatrix values) {
    Grid grid =
        Grid.of(
            new View.Matrix(null, values, View.Axis.UNNAMED, View.Axis.UNNAMED, ""), Grid.IN_GROUP);
    String text = TextWriter.inline(grid);
    return new Notation(text, Escape.html(text), LatexWriter.formula(grid));
  }

  /** Parts of a formula one after the other, with a space between them. */
  public static Notation join(Notation... parts) {
    return new Notation(
        joined(parts, Notation::text),
        joined(parts, Notation::html),
        joined(parts, Notation::latex));
  }

  private static String joined(Notation[] parts, Function<Notation, String> script) {
    return Arrays.stream(parts).map(script).collect(Collectors.joining(" "));
  }
}
