package dev.nabla.notebooks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Markdown that people write in notebooks, as HTML: headings, paragraphs, lists, tables, code,
 * emphasis, links, formulas. Of HTML only what folds and places text is obeyed, the rest is shown.
 */
final class Markdown {
  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*)");
  private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|(\\d+)\\.)\\s+(.*)");
  private static final Pattern CODE_OR_FORMULA = Pattern.compile("`([^`]+)`|\\$\\$?([^$]+)\\$\\$?");
  private static final Pattern TAG =
      Pattern.compile("&lt;(/?(?:details|summary|b|i|sub|sup|br|p))&gt;");
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

  private final StringBuilder html = new StringBuilder();
  private final List<String> paragraph = new ArrayList<>();
  private String list = "";

  private Markdown() {}

  static String html(String markdown) {
    Markdown writer = new Markdown();
    boolean fenced = false;
    for (String line : COMMENT.matcher(markdown).replaceAll("").split("\n", -1)) {
      if (line.strip().startsWith("```")) {
        writer.flush();
        writer.html.append(fenced ? "</code></pre>\n" : "<pre><code>");
        fenced = !fenced;
      } else if (fenced) {
        writer.html.append(HtmlReport.escape(line)).append('\n');
      } else {
        writer.line(line);
      }
    }
    writer.flush();
    return writer.html.append(fenced ? "</code></pre>\n" : "").toString();
  }

  private void line(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher item = ITEM.matcher(line);
    if (line.isBlank()) {
      flush();
    } else if (heading.matches()) {
      flush();
      int level = heading.group(1).length();
      html.append("<h%d>%s</h%d>\n".formatted(level, inline(heading.group(2)), level));
    } else if (item.matches()) {
      item(item.group(1) == null ? "ul" : "ol", item.group(2));
    } else if (line.strip().startsWith("|")) {
      row(line.strip());
    } else {
      paragraph.add(line);
    }
  }

  private void item(String kind, String text) {
    open(kind);
    html.append("<li>").append(inline(text)).append("</li>\n");
  }

  private void row(String line) {
    if (line.matches("[|:\\-\\s]+")) {
      return;
    }
    open("table");
    html.append("<tr>");
    for (String entry : line.replaceAll("^\\||\\|$", "").split("\\|")) {
      html.append("<td>").append(inline(entry.strip())).append("</td>");
    }
    html.append("</tr>\n");
  }

  private void open(String kind) {
    if (!list.equals(kind)) {
      flush();
      html.append('<').append(kind).append(">\n");
      list = kind;
    }
  }

  /** Ends the paragraph, list or table that is open. */
  private void flush() {
    if (!paragraph.isEmpty()) {
      html.append("<p>").append(inline(String.join("\n", paragraph))).append("</p>\n");
      paragraph.clear();
    }
    if (!list.isEmpty()) {
      html.append("</").append(list).append(">\n");
      list = "";
    }
  }

  private static String inline(String text) {
    StringBuilder html = new StringBuilder();
    Matcher literal = CODE_OR_FORMULA.matcher(text);
    int from = 0;
    while (literal.find()) {
      html.append(emphasis(text.substring(from, literal.start())));
      html.append(
          literal.group(1) == null
              ? Tex.html(literal.group(2))
              : "<code>" + HtmlReport.escape(literal.group(1)) + "</code>");
      from = literal.end();
    }
    return html.append(emphasis(text.substring(from))).toString();
  }

  private static String emphasis(String text) {
    return TAG.matcher(HtmlReport.escape(text))
        .replaceAll("<$1>")
        .replaceAll("\\\\([.*_#()\\[\\]-])", "$1")
        .replaceAll("\\[([^\\]]+)\\]\\((https?://[^)\\s]+)\\)", "<a href=\"$2\">$1</a>")
        .replaceAll("\\*\\*([^*]+)\\*\\*", "<b>$1</b>")
        .replaceAll("\\*([^*\\s][^*]*)\\*", "<i>$1</i>");
  }
}
