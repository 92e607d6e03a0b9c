package dev.nabla.graph.algebra;

import dev.nabla.display.Notation;
import dev.nabla.display.Symbols;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How formulas spell names, and how they are shown. */
public final class Names {
  private static final Pattern DERIVATIVE = Pattern.compile("d([^/]+)/d(.+)");

  private Names() {}

  /** The word of a Greek letter, {@code theta} for θ; null for any other character. */
  public static String word(char letter) {
    return Symbols.word(letter);
  }

  /** A name as formulas spell it: Greek letters as words. */
  public static String plain(String typed) {
    StringBuilder plain = new StringBuilder();
    for (char c : typed.toCharArray()) {
      String word = Symbols.word(c);
      plain.append(word == null ? Character.toString(c) : word);
    }
    return plain.toString();
  }

  /**
   * A name in the three scripts: {@code theta1} is θ₁ in HTML and \theta_{1} in LaTeX, {@code
   * dL/dW} a partial derivative.
   */
  public static Notation notation(String name) {
    Matcher derivative = DERIVATIVE.matcher(name);
    return derivative.matches()
        ? Notation.partial(notation(derivative.group(1)), notation(derivative.group(2)))
        : Symbols.of(name);
  }
}
