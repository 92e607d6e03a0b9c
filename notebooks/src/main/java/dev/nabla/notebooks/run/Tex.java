package dev.nabla.notebooks.run;

import java.util.Map;
import java.util.Set;

/**
 * Formulas as people write them in notebooks, readable without any library: Greek letters, indices,
 * exponents, fractions as a/b. What is not known here stays as it was typed.
 */
final class Tex {
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("partial", "∂"),
          Map.entry("nabla", "∇"),
          Map.entry("alpha", "α"),
          Map.entry("beta", "β"),
          Map.entry("gamma", "γ"),
          Map.entry("delta", "δ"),
          Map.entry("epsilon", "ε"),
          Map.entry("varepsilon", "ε"),
          Map.entry("eta", "η"),
          Map.entry("theta", "θ"),
          Map.entry("lambda", "λ"),
          Map.entry("mu", "μ"),
          Map.entry("pi", "π"),
          Map.entry("rho", "ρ"),
          Map.entry("sigma", "σ"),
          Map.entry("tau", "τ"),
          Map.entry("phi", "φ"),
          Map.entry("varphi", "φ"),
          Map.entry("psi", "ψ"),
          Map.entry("omega", "ω"),
          Map.entry("Delta", "Δ"),
          Map.entry("Phi", "Φ"),
          Map.entry("Psi", "Ψ"),
          Map.entry("Sigma", "Σ"),
          Map.entry("Theta", "Θ"),
          Map.entry("Omega", "Ω"),
          Map.entry("ell", "ℓ"),
          Map.entry("sum", "∑"),
          Map.entry("prod", "∏"),
          Map.entry("infty", "∞"),
          Map.entry("times", "×"),
          Map.entry("cdot", "·"),
          Map.entry("cdots", "⋯"),
          Map.entry("ldots", "…"),
          Map.entry("dots", "…"),
          Map.entry("circ", "∘"),
          Map.entry("odot", "⊙"),
          Map.entry("top", "⊤"),
          Map.entry("prime", "′"),
          Map.entry("le", "≤"),
          Map.entry("leq", "≤"),
          Map.entry("ge", "≥"),
          Map.entry("geq", "≥"),
          Map.entry("ne", "≠"),
          Map.entry("neq", "≠"),
          Map.entry("approx", "≈"),
          Map.entry("pm", "±"),
          Map.entry("in", "∈"),
          Map.entry("to", "→"),
          Map.entry("mapsto", "↦"),
          Map.entry("Rightarrow", "⇒"),
          Map.entry("leftarrow", "←"),
          Map.entry("bigl", ""),
          Map.entry("bigr", ""),
          Map.entry("Bigl", ""),
          Map.entry("Bigr", ""),
          Map.entry("lVert", "‖"),
          Map.entry("rVert", "‖"),
          Map.entry("Vert", "‖"),
          Map.entry("|", "‖"),
          Map.entry("{", "{"),
          Map.entry("}", "}"),
          Map.entry(",", " "),
          Map.entry(";", " "),
          Map.entry(":", " "),
          Map.entry(" ", " "),
          Map.entry("!", ""),
          Map.entry("quad", "  "),
          Map.entry("qquad", "    "),
          Map.entry("left", ""),
          Map.entry("right", ""),
          Map.entry("\\", "<br>"));

  private static final Set<String> LETTERING =
      Set.of("mathrm", "mathbf", "mathbb", "mathcal", "text", "operatorname", "boldsymbol");

  private static final Set<String> FUNCTIONS =
      Set.of("max", "min", "exp", "log", "ln", "sin", "cos", "tan", "tanh", "diag");

  private final String tex;
  private int at;

  private Tex(String tex) {
    this.tex = tex;
  }

  /** A formula without its dollar signs, as HTML. */
  static String html(String tex) {
    return new Tex(tex).until('\0');
  }

  private String until(char end) {
    StringBuilder html = new StringBuilder();
    while (at < tex.length() && tex.charAt(at) != end) {
      html.append(piece());
    }
    at++;
    return html.toString();
  }

  private String piece() {
    char c = tex.charAt(at++);
    return switch (c) {
      case '{' -> until('}');
      case '_' -> "<sub>" + argument() + "</sub>";
      case '^' -> "<sup>" + argument() + "</sup>";
      case '\\' -> command();
      case '&' -> " ";
      case '\'' -> "′";
      case '-' -> "−";
      default -> Character.isLetter(c) ? "<i>" + c + "</i>" : HtmlReport.escape(String.valueOf(c));
    };
  }

  private String argument() {
    while (at < tex.length() && tex.charAt(at) == ' ') {
      at++;
    }
    return at < tex.length() ? piece() : "";
  }

  private String command() {
    int start = at;
    while (at < tex.length() && Character.isLetter(tex.charAt(at))) {
      at++;
    }
    at += at == start && at < tex.length() ? 1 : 0;
    String name = tex.substring(start, at);
    if (name.endsWith("frac")) {
      return grouped(argument()) + "/" + grouped(argument());
    }
    if (name.equals("sqrt")) {
      return "√" + grouped(argument());
    }
    if (name.equals("begin") || name.equals("end")) {
      if (group().equals("array") && name.equals("begin")) {
        group();
      }
      return "";
    }
    if (name.equals("hat")) {
      return argument() + "\u0302";
    }
    if (LETTERING.contains(name)) {
      return argument().replaceAll("</?i>", "");
    }
    return FUNCTIONS.contains(name)
        ? name
        : SIGNS.getOrDefault(name, HtmlReport.escape("\\" + name));
  }

  /** What stands between the next braces, as it was typed. */
  private String group() {
    int end = tex.indexOf('}', at);
    int from = Math.min(at + 1, tex.length());
    at = end < 0 ? tex.length() : end + 1;
    return tex.substring(Math.min(from, at), Math.max(from, at - 1));
  }

  /** In parentheses, unless it is one letter, number or name with an index. */
  private static String grouped(String html) {
    String text = html.replaceAll("<sub>.*?</sub>|<sup>.*?</sup>|<[^>]*>", "");
    return text.length() == 1 || text.matches("\\d+|[∂d] ?\\S+") ? html : "(" + html + ")";
  }
}
