package dev.nabla.notebooks.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Iterator;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * JSON as Jupyter writes it: sorted keys, one blank for each level, every character as itself, a
 * line end at the end.
 */
final class NotebookText {
  private final StringBuilder text = new StringBuilder();

  private NotebookText() {}

  static String of(JsonElement json) {
    NotebookText writer = new NotebookText();
    writer.write(json, 0);
    return writer.text.append('\n').toString();
  }

  private void write(JsonElement value, int depth) {
    if (value.isJsonObject()) {
      JsonObject object = value.getAsJsonObject();
      Iterator<String> keys = new TreeSet<>(object.keySet()).iterator();
      list(
          '{',
          '}',
          keys,
          depth,
          key -> {
            quote(key);
            text.append(": ");
            write(object.get(key), depth + 1);
          });
    } else if (value.isJsonArray()) {
      list('[', ']', value.getAsJsonArray().iterator(), depth, each -> write(each, depth + 1));
    } else if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()) {
      quote(((JsonPrimitive) value).getAsString());
    } else {
      text.append(value);
    }
  }

  private <T> void list(char open, char close, Iterator<T> items, int depth, Consumer<T> item) {
    text.append(open);
    boolean any = items.hasNext();
    while (items.hasNext()) {
      line(depth + 1);
      item.accept(items.next());
      if (items.hasNext()) {
        text.append(',');
      }
    }
    if (any) {
      line(depth);
    }
    text.append(close);
  }

  private void line(int depth) {
    text.append('\n').append(" ".repeat(depth));
  }

  private void quote(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        default -> {
          if (c < ' ') {
            text.append(String.format("\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
