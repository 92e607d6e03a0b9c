package dev.nabla.display;

/**
 * Words with formulas among them, for the three writers; formulas are typeset where they can be.
 *
 * <pre>{@code
 * Sentence.of("With ").then(Notation.indexed("x", 1)).then(".")   // text With x1., Markdown With $x_{1}$.
 * }</pre>
 */
public record Sentence(String text, String html, String markdown) {
  public static final Sentence NONE = of("");

  /** Words alone; everything special is escaped. */
  public static Sentence of(String words) {
    return new Sentence(words, Escape.html(words), Escape.markdown(words));
  }

  public Sentence then(String words) {
    return then(of(words));
  }

  public Sentence then(Notation formula) {
    String typeset = "$" + formula.latex().strip() + "$";
    return then(new Sentence(formula.text(), formula.html(), typeset));
  }

  private Sentence then(Sentence next) {
    return new Sentence(text + next.text, html + next.html, markdown + next.markdown);
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }
}
