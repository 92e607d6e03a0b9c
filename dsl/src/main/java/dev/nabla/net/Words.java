package dev.nabla.net;

import dev.nabla.display.Notation;

/** Notations put together from parts. */
final class Words {
  private Words() {}

  /** Words that stand between symbols: the same in text and HTML, upright in LaTeX. */
  static Notation plain(String words) {
    Notation escaped = Notation.of(words);
    return new Notation(words, escaped.html(), "\\text{" + words.replace("_", "\\_") + "}");
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
