package dev.nabla.graph.formula;

/**
 * A piece of a formula.
 *
 * @param text as the grammar spells it ({@code theta} for θ)
 * @param at its first character, counted in the whole text
 * @param end behind its last character
 */
record Token(Kind kind, String text, int at, int end) {

  enum Kind {
    NUMBER,
    NAME,
    SIGN,
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isName() {
    return kind == Kind.NAME;
  }

  /** True if nothing stands between this token and the next. */
  boolean touches(Token next) {
    return end == next.at;
  }

  /** As an error names it. */
  String words() {
    return kind == Kind.END ? "the end of the formula" : text;
  }
}
