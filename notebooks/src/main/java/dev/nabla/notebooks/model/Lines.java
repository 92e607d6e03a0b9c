package dev.nabla.notebooks.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;

/** Text as notebooks keep it: one string, or a list of lines each with its end. */
public final class Lines {
  private Lines() {}

  /** The text. */
  public static String joined(JsonElement text) {
    if (!text.isJsonArray()) {
      return text.getAsString();
    }
    StringBuilder joined = new StringBuilder();
    text.getAsJsonArray().forEach(line -> joined.append(line.getAsString()));
    return joined.toString();
  }

  /** The list of lines. */
  public static JsonArray split(String text) {
    JsonArray lines = new JsonArray();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }
}
