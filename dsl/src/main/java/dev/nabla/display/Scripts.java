package dev.nabla.display;

import java.util.ArrayList;
import java.util.List;

/** The HTML of a notation as SVG text: lowered and raised parts become shifted spans. */
final class Scripts {
  private static final double SMALL = 0.75;
  private static final double DOWN = 0.3;
  private static final double UP = -0.4;

  /** Wider than the digits of the common fonts, so that a box holds its text in each of them. */
  private static final double CHARACTER = 0.6;

  private Scripts() {}

  /**
   * Characters at one height: 0 on the line, positive below it, in parts of the size of letters.
   */
  record Run(StringBuilder words, double shift, int[] length) {
    /** The characters as they are, not as HTML writes them. */
    String plain() {
      return words
          .toString()
          .replace("&lt;", "<")
          .replace("&gt;", ">")
          .replace("&quot;", "\"")
          .replace("&amp;", "&");
    }

    double size(double size) {
      return shift == 0 ? size : SMALL * size;
    }
  }

  static List<Run> runs(Notation notation) {
    String html = notation.html();
    List<Run> runs = new ArrayList<>();
    double shift = 0;
    int next;
    for (int i = 0; i < html.length(); i = next) {
      char c = html.charAt(i);
      int end = c == '<' ? html.indexOf('>', i) : c == '&' ? html.indexOf(';', i) : i;
      next = Math.max(i, end) + 1;
      if (c == '<' && end > i) {
        shift = shift(html.substring(i, next), shift);
        continue;
      }
      if (runs.isEmpty() || runs.get(runs.size() - 1).shift() != shift) {
        runs.add(new Run(new StringBuilder(), shift, new int[1]));
      }
      Run last = runs.get(runs.size() - 1);
      last.words().append(html, i, next);
      last.length()[0]++;
    }
    return runs;
  }

  /** Only an index and an exponent leave the line. */
  private static double shift(String tag, double before) {
    return switch (tag) {
      case "<sub>" -> DOWN;
      case "<sup>" -> UP;
      case "</sub>", "</sup>" -> 0;
      default -> before;
    };
  }

  static double width(Notation words, double size) {
    return runs(words).stream()
        .mapToDouble(run -> run.length()[0] * CHARACTER * run.size(size))
        .sum();
  }

  static String svg(Notation words, double size) {
    StringBuilder out = new StringBuilder();
    double shift = 0;
    for (Run run : runs(words)) {
      if (run.shift() == 0 && shift == 0) {
        out.append(run.words());
        continue;
      }
      out.append("<tspan dy=\"").append(Svg.number((run.shift() - shift) * size));
      if (run.shift() != 0) {
        out.append("\" font-size=\"").append(Svg.number(size * SMALL));
      }
      out.append("\">").append(run.words()).append("</tspan>");
      shift = run.shift();
    }
    return out.toString();
  }
}
