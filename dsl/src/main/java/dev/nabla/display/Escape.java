package dev.nabla.display;

/** Turns words of users into text that HTML and LaTeX show as typed. */
final class Escape {
  private Escape() {}

  /**
   * The content of an HTML element. A dollar sign and a backslash get an element of their own,
   * because notebook front ends look for math between two of them in the text of one element.
   */
  static String html(String words) {
    return markup(words).replace("$", "<span>$</span>").replace("\\", "<span>\\</span>");
  }

  /** The value of an HTML or XML attribute in double quotes. */
  static String attribute(String words) {
    return markup(words).replace("\"", "&quot;");
  }

  /** Text where nothing looks for math: in {@code pre}, in SVG. */
  static String markup(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** A sentence in Markdown; what is special there gets a backslash, math signs a span. */
  static String markdown(String words) {
    return markup(words.replaceAll("([\\\\`*_\\[\\]#|~$])", "\\\\$1"))
        .replace("\\$", "<span>\\$</span>");
  }

  /** The same words in LaTeX math mode, upright; a single letter or a number stays as it is. */
  static String latex(String words) {
    if (words.matches("[A-Za-z]|\\d+")) {
      return words;
    }
    StringBuilder out = new StringBuilder("\\mathrm{");
    for (char c : words.toCharArray()) {
      switch (c) {
        case '\\' -> out.append("\\backslash ");
        case '{', '}', '_', '%', '&', '#', '$' -> out.append('\\').append(c);
        case '^' -> out.append("\\hat{\\ }");
        case '~' -> out.append("\\sim ");
        case ' ' -> out.append("\\ ");
        default -> out.append(c);
      }
    }
    return out.append('}').toString();
  }
}
