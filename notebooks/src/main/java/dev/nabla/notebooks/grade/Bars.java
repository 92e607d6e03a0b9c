package dev.nabla.notebooks.grade;

import dev.nabla.notebooks.grade.Statistics.Question;

/** Answers by question as bars: right, wrong and empty ones in one line, each with its number. */
final class Bars {
  /** Colors that those who confuse red and green can tell apart. */
  private static final String STYLE =
      """
      <style>
      .bars { border-collapse: collapse; width: 100%; }
      .bars th { text-align: right; font-weight: normal; padding: 0.2rem 0.6rem; white-space: nowrap; }
      .bars td { width: 100%; padding: 0.2rem 0; }
      .bars span { display: inline-block; box-sizing: border-box; overflow: hidden; text-align: center; }
      .right { background: #0072b2; color: #fff; }
      .wrong { background: #e69f00; color: #000; }
      .empty { background: #ddd; color: #000; }
      </style>
      """;

  private Bars() {}

  static String html(Statistics statistics) {
    StringBuilder html = new StringBuilder(STYLE);
    html.append("<h2>Answers by question: <span class=\"right\">right</span>");
    html.append(" <span class=\"wrong\">wrong</span> <span class=\"empty\">empty</span></h2>\n");
    html.append("<table class=\"bars\">\n");
    for (Question each : statistics.questions()) {
      if (!each.isByHand()) {
        html.append("<tr><th>").append(Page.text(each.name())).append("</th><td>");
        bar(html, "right", each.right(), each.answers());
        bar(html, "wrong", each.wrong(), each.answers());
        bar(html, "empty", each.empty(), each.answers());
        html.append("</td></tr>\n");
      }
    }
    return html.append("</table>\n").toString();
  }

  private static void bar(StringBuilder html, String kind, int count, int of) {
    if (count > 0) {
      html.append(
          "<span class=\"%s\" style=\"width:%d%%\">%d</span>"
              .formatted(kind, 100 * count / of, count));
    }
  }
}
