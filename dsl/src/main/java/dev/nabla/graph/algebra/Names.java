package dev.nabla.graph.algebra;

import dev.nabla.display.Notation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How names are written: Greek letters, and digits at the end as an index. */
public final class Names {
  private static final Pattern INDEXED = Pattern.compile("(\\p{L}+)_?(\\d+)");
  private static final Pattern DERIVATIVE = Pattern.compile("d([^/]+)/d(.+)");
  private static final List<String> GREEK =
      List.of(
          "alpha α",
          "beta β",
          "gamma γ",
          "delta δ",
          "epsilon ε",
          "zeta ζ",
          "eta η",
          "theta θ",
          "iota ι",
          "kappa κ",
          "lambda λ",
          "mu μ",
          "nu ν",
          "xi ξ",
          "pi π",
          "rho ρ",
          "sigma σ",
          "tau τ",
          "upsilon υ",
          "phi φ",
          "chi χ",
          "psi ψ",
          "omega ω",
          "Gamma Γ",
          "Delta Δ",
          "Theta Θ",
          "Lambda Λ",
          "Xi Ξ",
          "Pi Π",
          "Sigma Σ",
          "Phi Φ",
          "Psi Ψ",
          "Omega Ω");
  private static final Map<String, String> LETTER = new HashMap<>();
  private static final Map<Character, String> WORD = new HashMap<>();

  static {
    for (String pair : GREEK) {
      String[] parts = pair.split(" ");
      LETTER.put(parts[0], parts[1]);
      WORD.put(parts[1].charAt(0), parts[0]);
    }
    WORD.put('ϕ', "phi");
    WORD.put('ϵ', "epsilon");
  }

  private Names() {}

  /** The word of a Greek letter, {@code theta} for θ; null for any other character. */
  public static String word(char letter) {
    return WORD.get(letter);
  }

  /** A name as formulas spell it: Greek letters as words. */
  public static String plain(String typed) {
    StringBuilder plain = new StringBuilder();
    for (char c : typed.toCharArray()) {
      plain.append(WORD.getOrDefault(c, Character.toString(c)));
    }
    return plain.toString();
  }

  /**
   * A name in the three scripts: {@code theta1} is θ₁ in HTML and \theta_{1} in LaTeX, {@code
   * dL/dW} a partial derivative.
   */
  public static Notation notation(String name) {
    Matcher derivative = DERIVATIVE.matcher(name);
    if (derivative.matches()) {
      return Notation.partial(notation(derivative.group(1)), notation(derivative.group(2)));
    }
    Matcher indexed = INDEXED.matcher(name);
    if (indexed.matches()) {
      Notation letter = letters(indexed.group(1));
      String index = indexed.group(2);
      return new Notation(
          name, letter.html() + "<sub>" + index + "</sub>", letter.latex() + "_{" + index + "}");
    }
    return letters(name);
  }

  private static Notation letters(String name) {
    String greek = LETTER.get(name);
    return greek == null ? Notation.of(name) : new Notation(name, greek, "\\" + name);
  }
}
