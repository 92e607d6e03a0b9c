package dev.nabla.notebooks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An executed notebook as a page of Markdown that reads well where styles are taken away: tables
 * without them, pictures as files, and as text what needs a place side by side.
 */
final class GalleryPage {
  private static final Pattern PICTURE =
      Pattern.compile("src=\"data:image/(svg|png)[^,]*,([^\"]*)\"");
  private static final Pattern COPY =
      Pattern.compile("<details><summary[^>]*>copy.*?</details>", Pattern.DOTALL);
  private static final Pattern LOOKS = Pattern.compile(" (style|class|title)=\"[^\"]*\"");
  private static final Pattern COLORS = Pattern.compile("\u001b\\[[\\d;]*m");

  /** The page and its pictures: place below docs, and content. */
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private final List<String> parts = new ArrayList<>();

  private GalleryPage() {}

  /** The files of the page of a notebook, each under its place in the folder of the page. */
  static Map<String, byte[]> of(Path notebook) throws IOException {
    GalleryPage page = new GalleryPage();
    JsonObject content = JsonParser.parseString(Files.readString(notebook)).getAsJsonObject();
    for (JsonElement cell : content.getAsJsonArray("cells")) {
      page.add(cell.getAsJsonObject());
    }
    String text = String.join("\n\n", page.parts) + "\n";
    page.files.put("gallery.md", text.getBytes(StandardCharsets.UTF_8));
    return page.files;
  }

  private void add(JsonObject cell) {
    String source = text(cell.get("source"));
    if (cell.get("cell_type").getAsString().equals("markdown")) {
      parts.add(source);
      return;
    }
    parts.add(fenced("java", source));
    String id = cell.get("id").getAsString();
    for (JsonElement output : cell.getAsJsonArray("outputs")) {
      parts.add(shown(output.getAsJsonObject(), id));
    }
  }

  private String shown(JsonObject output, String id) {
    JsonObject data = output.getAsJsonObject("data");
    if (data == null) {
      String words = output.has("text") ? text(output.get("text")) : lines(output.get("traceback"));
      return fenced("text", COLORS.matcher(words).replaceAll("").stripTrailing());
    }
    String html = data.has("text/html") ? text(data.get("text/html")) : null;
    if (html == null && data.has("text/markdown")) {
      return text(data.get("text/markdown"));
    }
    boolean asText = html == null || html.contains("inline-block") || html.contains("<progress");
    return asText ? fenced("text", text(data.get("text/plain"))) : plain(html, id);
  }

  private String plain(String html, String id) {
    String bare = LOOKS.matcher(COPY.matcher(html).replaceAll("")).replaceAll("");
    Matcher picture = PICTURE.matcher(bare);
    StringBuilder out = new StringBuilder();
    while (picture.find()) {
      String place = "images/gallery/" + id + "." + picture.group(1);
      for (int next = 2; files.containsKey(place); next++) {
        place = "images/gallery/" + id + "-" + next + "." + picture.group(1);
      }
      files.put(place, Base64.getDecoder().decode(picture.group(2)));
      picture.appendReplacement(out, "src=\"" + place + "\"");
    }
    // A line each, so that a difference is easy to read.
    return picture
        .appendTail(out)
        .toString()
        .replaceAll("(</tr>|</caption>|<tbody>|</div>)(?=<)", "$1\n");
  }

  private static String fenced(String language, String words) {
    return "```" + language + "\n" + words + "\n```";
  }

  private static String lines(JsonElement lines) {
    List<String> all = new ArrayList<>();
    ((JsonArray) lines).forEach(line -> all.add(line.getAsString()));
    return String.join("\n", all);
  }

  /** Long texts are lists of lines in a notebook file. */
  private static String text(JsonElement content) {
    if (content.isJsonPrimitive()) {
      return content.getAsString();
    }
    StringBuilder text = new StringBuilder();
    content.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
    return text.toString();
  }
}
