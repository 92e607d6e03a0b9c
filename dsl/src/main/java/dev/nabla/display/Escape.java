package dev.nabla.display;

import java.util.regex.Pattern;

/** Turns words of users into text that HTML and LaTeX show as typed. */
final class Escape {
  private static final Pattern AS_TYPED = Pattern.compile("[A-Za-z]|\\d+");
  private static final String SPECIAL = "&<>$\\";

  private Escape() {}

  /**
   * The content of an HTML element. A dollar sign and a backslash get an element of their own,
   * because notebook front ends look for math between two of them in the text of one element.
   */
  static String html(String words) {
    if (isPlain(words)) {
      return words;
    }
    return markup(words).replace("$", "<span>$</span>").replace("\\", "<span>\\</span>");
  }

  /** Whether there is nothing special in it; most words are so. */
  private static boolean isPlain(String words) {
    for (int i = 0; i < words.length(); i++) {
      if (SPECIAL.indexOf(words.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
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
    return markup(words.replaceAll("([\\\\`*_\\[\\]#|~^$])", "\\\\$1"))
        .replace("\\$", "<span>\\$</span>");
  }

  /** The same words in LaTeX math mode, upright; a single letter or a number stays as it is. */
  static String latex(String words) {
    if (AS_TYPED.matcher(words).matches()) {
      return words;
    }
    StringBuilder out = new StringBuilder("\\mathrm{");
    for (char c : words.toCharArray()) {
      switch (c) {
        case '\\' -> out.append("\\backslash ");
        case '{', '}', '_', '%', '&', '#', '$' -> out.append('\\').append(c);
        case '^' -> out.append("\\hat{\\ }");
        case '±' -> out.append("\\pm ");
        case '~' -> out.append("\\sim ");
        case ' ' -> out.append("\\ ");
        default -> out.append(c);
      }
    }
    return out.append('}').toString();
  }
}
