package dev.nabla.display;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names as typed, in the letters of a sheet: Greek letters by their words, digits at the end and a
 * letter after an underscore as an index, {@code yhat} with a hat.
 *
 * <pre>{@code
 * Symbols.of("theta1")   // text theta1, HTML θ<sub>1</sub>, LaTeX \theta_{1}
 * }</pre>
 */
public final class Symbols {
  private static final Pattern INDEXED = Pattern.compile("(\\p{L}+)_?(\\d+|(?<=_)\\p{L})");
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

  private Symbols() {}

  /** The word of a Greek letter, {@code theta} for θ; null for any other character. */
  public static String word(char letter) {
    return WORD.get(letter);
  }

  /** A name in the three scripts. */
  public static Notation of(String name) {
    Matcher indexed = INDEXED.matcher(name);
    if (!indexed.matches()) {
      return letters(name);
    }
    Notation letter = letters(indexed.group(1));
    String index = indexed.group(2);
    return new Notation(
        name, letter.html() + "<sub>" + index + "</sub>", letter.latex() + "_{" + index + "}");
  }

  private static Notation letters(String name) {
    String greek = LETTER.get(name);
    if (greek != null) {
      return new Notation(name, greek, "\\" + name);
    }
    if (name.matches("[a-zA-Z]hat")) {
      String letter = name.substring(0, 1);
      return new Notation(name, letter + "\u0302", "\\hat{" + letter + "}");
    }
    return Notation.of(name);
  }
}
