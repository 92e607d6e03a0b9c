package dev.nabla.net;

import dev.nabla.display.Notation;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as typed, in the letters of a sheet: {@code w1} is w with index 1, {@code beta} Greek. */
final class Symbols {
  private static final Pattern INDEXED = Pattern.compile("([A-Za-z]+)_?(\\d+)");
  private static final Map<String, String> GREEK =
      Map.ofEntries(
          Map.entry("alpha", "\u03b1"),
          Map.entry("beta", "\u03b2"),
          Map.entry("gamma", "\u03b3"),
          Map.entry("delta", "\u03b4"),
          Map.entry("epsilon", "\u03b5"),
          Map.entry("eta", "\u03b7"),
          Map.entry("theta", "\u03b8"),
          Map.entry("lambda", "\u03bb"),
          Map.entry("mu", "\u03bc"),
          Map.entry("phi", "\u03c6"),
          Map.entry("psi", "\u03c8"),
          Map.entry("rho", "\u03c1"),
          Map.entry("sigma", "\u03c3"),
          Map.entry("tau", "\u03c4"),
          Map.entry("omega", "\u03c9"));

  private Symbols() {}

  static Notation of(String name) {
    Matcher indexed = INDEXED.matcher(name);
    if (indexed.matches()) {
      Notation letter = letter(indexed.group(1));
      String index = indexed.group(2);
      return new Notation(
          name, letter.html() + "<sub>" + index + "</sub>", letter.latex() + "_{" + index + "}");
    }
    return letter(name);
  }

  private static Notation letter(String name) {
    String greek = GREEK.get(name);
    if (greek != null) {
      return new Notation(name, greek, "\\" + name);
    }
    if (name.endsWith("hat") && name.length() == 4) {
      String letter = name.substring(0, 1);
      return new Notation(name, letter + "\u0302", "\\hat{" + letter + "}");
    }
    return Notation.of(name);
  }
}
