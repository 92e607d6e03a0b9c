package dev.nabla.display;

/** Turns words of users into text that HTML and LaTeX show as typed. */
final class Escape {
  private Escape() {}

  static String html(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("$", "&#36;");
  }

  static String latex(String words) {
    if (words.length() == 1 || words.chars().allMatch(Character::isDigit)) {
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
