package dev.nabla.notebooks.run;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Lines;
import java.util.List;
import java.util.Locale;

/**
 * An executed notebook as one web page that needs nothing else. Scripts in outputs do not run: the
 * page forbids them, for who reads a report of somebody's notebook has not chosen to run it.
 */
public final class HtmlReport {
  private static final List<String> PICTURES = List.of("image/png", "image/jpeg");

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s</title>
      <style>
      body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
      pre { overflow-x: auto; white-space: pre-wrap; }
      pre.in { background: #8881; border-left: 3px solid #369; padding: .5rem .8rem; }
      pre.error { border-left: 3px solid #b2182b; padding: .5rem .8rem; }
      .out { margin: .5rem 0 1.5rem .8rem; }
      .summary { color: #666; }
      </style>
      </head>
      <body>
      <p class="summary">%1$s: %2$s</p>
      """;

  private HtmlReport() {}

  /** The page. */
  public static String of(String title, Execution execution) {
    StringBuilder page =
        new StringBuilder(HEAD.formatted(escape(title), escape(summary(execution))));
    for (Cell cell : execution.notebook().cells()) {
      if (cell.isCode()) {
        page.append("<pre class=\"in\"><code>")
            .append(escape(cell.source()))
            .append("</code></pre>\n");
        outputs(cell, page);
      } else if (cell.type().equals("markdown")) {
        page.append(Markdown.html(cell.source()));
      }
    }
    return page.append("</body>\n</html>\n").toString();
  }

  private static String summary(Execution execution) {
    CellRun failure = execution.failure();
    return failure == null
        ? String.format(Locale.ROOT, "%d cells ran without errors", execution.cells().size())
        : "cell " + failure.number() + " failed: " + failure.problem();
  }

  private static void outputs(Cell cell, StringBuilder page) {
    if (cell.outputs().isEmpty()) {
      return;
    }
    page.append("<div class=\"out\">\n");
    for (JsonElement each : cell.outputs()) {
      page.append(output(each.getAsJsonObject())).append('\n');
    }
    page.append("</div>\n");
  }

  private static String output(JsonObject output) {
    return switch (output.get("output_type").getAsString()) {
      case "stream" -> "<pre>" + escape(Lines.joined(output.get("text"))) + "</pre>";
      case "error" -> "<pre class=\"error\">" + escape(Outputs.report(output)) + "</pre>";
      default -> data(output.getAsJsonObject("data"));
    };
  }

  private static String data(JsonObject data) {
    if (data.has("text/html")) {
      return Lines.joined(data.get("text/html"));
    }
    for (String type : PICTURES) {
      if (data.has(type)) {
        String bytes = Lines.joined(data.get(type)).replaceAll("\\s", "");
        return "<img alt=\"\" src=\"data:" + type + ";base64," + bytes + "\">";
      }
    }
    if (data.has("image/svg+xml")) {
      return Lines.joined(data.get("image/svg+xml"));
    }
    if (data.has("text/markdown")) {
      return Markdown.html(Lines.joined(data.get("text/markdown")));
    }
    return data.has("text/plain")
        ? "<pre>" + escape(Lines.joined(data.get("text/plain"))) + "</pre>"
        : "";
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
