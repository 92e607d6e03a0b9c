package dev.nabla.net;

import dev.nabla.display.Notation;
import java.util.regex.Pattern;

/** Notations put together from parts. */
final class Words {
  /** Nothing here means anything to LaTeX but the underscore. */
  private static final Pattern SIMPLE = Pattern.compile("[\\w .,:;()<>=+*/'|?!-]*");

  private Words() {}

  /** Words that stand between symbols: the same in text and HTML, upright in LaTeX. */
  static Notation plain(String words) {
    Notation escaped = Notation.of(words);
    boolean simple = SIMPLE.matcher(words).matches();
    return simple
        ? new Notation(words, escaped.html(), "\\text{" + words.replace("_", "\\_") + "}")
        : escaped;
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

  /** A sign that is the same in every script. */
  static Notation same(String sign) {
    return new Notation(sign, sign, sign);
  }

  /** {@code a - b}. */
  static Notation difference(Notation a, Notation b) {
    return join(a, same(" - "), b);
  }

  /** {@code (a - b)}. */
  static Notation parenthesizedDifference(Notation a, Notation b) {
    return parentheses(difference(a, b));
  }

  /** {@code (a)}; in LaTeX as high as a. */
  static Notation parentheses(Notation a) {
    return fenced(a, new Notation("(", "(", "("), new Notation(")", ")", ")"));
  }

  /** A fence around a; in LaTeX as high as the matrices in it. */
  static Notation fenced(Notation a, Notation left, Notation right) {
    boolean high = a.latex().contains("\\begin{array}");
    return join(high ? high(left, "\\left") : left, a, high ? high(right, "\\right") : right);
  }

  private static Notation high(Notation fence, String size) {
    return new Notation(fence.text(), fence.html(), size + fence.latex());
  }

  /** The transpose of a symbol or of numbers in brackets. */
  static Notation transpose(Notation a) {
    // Above the shape of a matrix, not far behind it.
    boolean shaped = a.latex().matches(".*\\\\right\\]_\\{[^{}]*}");
    String latex = shaped ? a.latex() : "{" + a.latex() + "}";
    return new Notation(a.text() + "^T", a.html() + "<sup>T</sup>", latex + "^T");
  }

  /** a and b multiplied entry by entry. */
  static Notation entrywise(Notation a, Notation b) {
    return join(a, new Notation(" o ", " \u2218 ", " \\circ "), b);
  }

  /** delta with the index of its layer. */
  static Notation delta(int layer) {
    return new Notation(
        "delta" + layer, "\u03b4<sub>" + layer + "</sub>", "\\delta_{" + layer + "}");
  }

  /** A function of an argument: {@code g'(s)}. */
  static Notation call(Notation function, String prime, String argument) {
    return new Notation(
        function.text() + prime + "(" + argument + ")",
        function.html() + prime.replace("'", "\u2032") + "(" + argument + ")",
        function.latex() + prime + "(" + argument + ")");
  }

  /** f' at the pre-activation {@code s}. */
  static Notation slope(Notation s) {
    return new Notation(
        "f'(" + s.text() + ")", "f\u2032(" + s.html() + ")", "f'(" + s.latex() + ")");
  }
}
