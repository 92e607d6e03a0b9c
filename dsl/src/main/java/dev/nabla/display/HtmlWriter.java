package dev.nabla.display;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ejml.simple.SimpleMatrix;

/**
 * HTML that survives the sanitizers of notebook front ends unchanged: tables with inline styles and
 * no script, no style sheet, no identifier. Alignment stands twice, as attribute and as style,
 * because some hosts keep only one of them.
 */
final class HtmlWriter extends Writer {
  /** Blocks, so that a long caption does not stretch the columns below it. */
  private static final String TABLE_STYLE =
      "display:block;border-collapse:collapse;table-layout:auto;width:auto;margin:0 0 8px 0;"
          + "font-family:monospace";

  private static final String CAPTION_STYLE = "display:block;text-align:left;white-space:nowrap";

  /**
   * Black in the style sheet of the classic Notebook, whose captions are a gray of too little
   * contrast, and on one line. It keeps no styles of outputs that it does not trust, but classes;
   * elsewhere they mean nothing.
   */
  private static final String CAPTION_CLASS = "highlight-base text-nowrap";

  /** A link in the classic Notebook, whose style sheet takes away the triangle of a summary. */
  private static final String SUMMARY_CLASS = "btn btn-xs btn-link";

  private static final String RIGHT = " align=\"right\" style=\"text-align:right;padding:2px 8px";
  private static final String LEFT = " align=\"left\" style=\"text-align:left;padding:2px 8px";
  private static final String HEADER = ";font-weight:normal";
  private static final String BELOW = ";border-bottom:1px solid #888";
  private static final String SIDE = "display:inline-block;vertical-align:middle;margin-right:16px";

  /** Matrices of more entries have no source text to copy. */
  private static final int LARGEST_SOURCE = 100;

  /** Drawings shrink to a narrow page, but only as far as their words can be read. */
  private static final double SMALLEST = 0.7;

  private static final String BESIDE = ";border-right:1px solid #888";

  private final Pictures pictures;

  HtmlWriter(Pictures pictures) {
    this.pictures = pictures;
  }

  @Override
  String line(View.Line line) {
    return "<div class=\"nabla-out\">" + line.words().html() + "</div>";
  }

  @Override
  String matrix(Grid grid) {
    View.Matrix matrix = grid.matrix;
    if (grid.isNumber()) {
      String number = Numbers.full(grid.value(0, 0));
      String named =
          matrix.name() == null ? number : "<b>" + matrix.name().html() + "</b> = " + number;
      return "<div class=\"nabla-out\">"
          + (matrix.note().isEmpty() ? named : named + " · " + Escape.html(matrix.note()))
          + "</div>";
    }
    StringBuilder out = open("nabla-matrix", caption(grid));
    if (!grid.isEmpty()) {
      out.append("<thead><tr><td></td>");
      for (int column : grid.columns) {
        header(out, "col", RIGHT, column == Grid.GAP ? "…" : grid.columnName(column).html());
      }
      out.append("</tr></thead><tbody>");
      for (int row : grid.rows) {
        out.append("<tr>");
        header(out, "row", LEFT, row == Grid.GAP ? "⋮" : grid.rowName(row).html());
        for (int column : grid.columns) {
          cell(out, grid, row, column);
        }
        out.append("</tr>");
      }
      out.append("</tbody>");
    }
    return close(out.append("</table>").append(source(grid)));
  }

  private static StringBuilder open(String kind, String caption) {
    StringBuilder out = new StringBuilder("<div class=\"nabla-out\" style=\"overflow-x:auto\">");
    out.append("<table class=\"").append(kind).append("\" style=\"").append(TABLE_STYLE);
    out.append("\">");
    if (!caption.isEmpty()) {
      out.append("<caption class=\"")
          .append(CAPTION_CLASS)
          .append("\" style=\"")
          .append(CAPTION_STYLE)
          .append("\">");
      out.append(caption).append("</caption>");
    }
    return out;
  }

  private static String close(StringBuilder out) {
    return out.append("</div>").toString();
  }

  private static void header(StringBuilder out, String scope, String align, String content) {
    out.append("<th scope=\"").append(scope).append('"').append(align).append(HEADER);
    out.append(scope.equals("col") ? BELOW : BESIDE);
    out.append("\">").append(content).append("</th>");
  }

  private static void cell(StringBuilder out, Grid grid, int row, int column) {
    out.append("<td").append(RIGHT);
    if (row == Grid.GAP || column == Grid.GAP) {
      String dots = row != Grid.GAP ? "…" : column != Grid.GAP ? "⋮" : "⋱";
      out.append("\">").append(dots).append("</td>");
      return;
    }
    Marks.Mark mark = grid.mark(row, column);
    out.append(mark.style).append(heat(grid.heat(row, column))).append('"');
    title(out, grid.hidden(row, column));
    out.append('>').append(marked(mark, grid.shown(row, column))).append("</td>");
  }

  /** All digits of a number that shows fewer; null for none. */
  private static void title(StringBuilder out, String digits) {
    if (digits != null) {
      out.append(" title=\"").append(digits).append('"');
    }
  }

  /** A sign before the number; a highlighted one is bold, which hosts without styles keep. */
  private static String marked(Marks.Mark mark, String shown) {
    return mark == Marks.Mark.HIGHLIGHTED ? "<b>" + shown + "</b>" : Escape.html(mark.sign) + shown;
  }

  /** Blue above zero, red below, over whatever background there is, faint enough for any ink. */
  private static String heat(double heat) {
    if (heat == 0) {
      return "";
    }
    String color = heat > 0 ? "33,102,172," : "178,24,43,";
    return ";background-color:rgba(" + color + Svg.number(0.35 * Math.abs(heat)) + ")";
  }

  /** The entries to take along: for a cell, for Python, for a paper. */
  private static String source(Grid grid) {
    SimpleMatrix values = grid.matrix.values();
    boolean small = values.getNumElements() <= LARGEST_SOURCE;
    if (!grid.alone || !small || grid.isEmpty() || !SourceText.isFinite(values)) {
      return "";
    }
    return "<details><summary class=\""
        + SUMMARY_CLASS
        + "\" style=\"font-size:small\">copy</summary><pre>"
        + SourceText.nabla(values)
        + "\n"
        + SourceText.numPy(values)
        + "\n"
        + Escape.markup(LatexWriter.formula(grid))
        + "</pre></details>";
  }

  private static String caption(Grid grid) {
    List<String> parts = new ArrayList<>();
    if (grid.matrix.name() != null) {
      parts.add("<b>" + grid.matrix.name().html() + "</b>");
    }
    String powerOfTen = "× 10<sup>" + grid.numbers.exponent() + "</sup>";
    parts.addAll(grid.captionParts(" × ", powerOfTen, Escape::html));
    return String.join(" · ", parts);
  }

  @Override
  String table(View.Table table) {
    boolean[] numeric = Columns.numeric(table);
    boolean namesRows = !table.headers().isEmpty() && table.headers().get(0).isEmpty();
    String caption = table.caption() == null ? "" : "<b>" + table.caption().html() + "</b>";
    StringBuilder out = open("nabla-table", caption);
    if (!table.headers().isEmpty()) {
      out.append("<thead><tr>");
      for (int i = 0; i < table.headers().size(); i++) {
        header(out, "col", numeric[i] ? RIGHT : LEFT, Escape.html(table.headers().get(i)));
      }
      out.append("</tr></thead>");
    }
    out.append("<tbody>");
    for (int r = 0; r < table.rows().size(); r++) {
      List<String> row = table.rows().get(r);
      List<String> digits = table.digits().isEmpty() ? null : table.digits().get(r);
      out.append("<tr>");
      int start = 0;
      if (namesRows && !row.isEmpty()) {
        header(out, "row", LEFT, Escape.html(row.get(0)));
        start = 1;
      }
      for (int i = start; i < row.size(); i++) {
        out.append("<td").append(numeric[i] ? RIGHT : LEFT).append('"');
        title(out, digits == null ? null : digits.get(i));
        out.append('>').append(Escape.html(row.get(i))).append("</td>");
      }
      out.append("</tr>");
    }
    return close(out.append("</tbody></table>"));
  }

  @Override
  String stack(View.Stack stack) {
    return stack.views().stream()
        .map(view -> write(view, Grid.IN_GROUP))
        .collect(Collectors.joining());
  }

  @Override
  String beside(View.Beside beside) {
    return beside.views().stream()
        .map(view -> write(view, Grid.IN_GROUP))
        .collect(
            Collectors.joining(
                "</div><div style=\"" + SIDE + "\">",
                "<div style=\"overflow-x:auto;white-space:nowrap\"><div style=\"" + SIDE + "\">",
                "</div></div>"));
  }

  @Override
  String solution(View.Solution solution) {
    StringBuilder out = new StringBuilder("<div class=\"nabla-out\">");
    if (solution.title() != null) {
      out.append("<p><b>").append(solution.title().html()).append("</b></p>");
    }
    out.append("<ol>");
    for (View.Step step : solution.steps()) {
      out.append("<li><b>").append(Escape.html(step.title())).append("</b> ");
      out.append(step.sentence().html()).append("<div>").append(step.quantity().html());
      for (Notation side : step.sides()) {
        out.append(" = ").append(side.html()).append("<br />");
      }
      out.append("</div></li>");
    }
    return out.append("</ol></div>").toString();
  }

  @Override
  String diagram(View.Diagram diagram) {
    Svg svg = pictures.of(diagram);
    return svg == null ? lines(Descriptions.text(diagram)) : image(svg, diagram.description());
  }

  @Override
  String illustrated(View.Illustrated both, int limit) {
    return write(both.words(), limit) + write(both.picture(), limit);
  }

  @Override
  String chart(View.Chart chart) {
    return image(pictures.of(chart), Descriptions.of(chart));
  }

  @Override
  String field(View.Field field) {
    return image(pictures.of(field), Descriptions.of(field));
  }

  @Override
  String picture(View.Picture picture) {
    String uri = Svg.dataUri("image/png", picture.png());
    return image(uri, picture.width(), picture.height(), "", picture.description());
  }

  private static String image(Svg svg, String description) {
    String readable = "min-width:" + Svg.number(SMALLEST * svg.width()) + "px;";
    return image(Svg.dataUri(svg.finish()), svg.width(), svg.height(), readable, description);
  }

  private static String image(
      String uri, double width, double height, String style, String description) {
    return "<div class=\"nabla-out\" style=\"overflow-x:auto\"><img alt=\""
        + Escape.attribute(description)
        + "\" src=\""
        + uri
        + "\" width=\""
        + Svg.number(width)
        + "\" height=\""
        + Svg.number(height)
        + "\" style=\"max-width:100%;"
        + style
        + "height:auto\" /></div>";
  }

  /** Plain text as it is, where a picture would be too large. */
  private static String lines(String text) {
    return "<pre class=\"nabla-out\">" + Escape.markup(text) + "</pre>";
  }

  @Override
  String progress(View.Progress progress) {
    String bar =
        "<progress value=\""
            + progress.done()
            + "\" max=\""
            + Math.max(1, progress.total())
            + "\"></progress>";
    return "<div class=\"nabla-out\">"
        + Escape.html(progress.task())
        + " "
        + bar
        + " "
        + Escape.html(Descriptions.counts(progress))
        + (progress.words().isEmpty() ? "" : " · <b>" + Escape.html(progress.words()) + "</b>")
        + "</div>";
  }
}
