package dev.nabla.notebooks.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.nabla.display.Display;
import dev.nabla.kernel.wire.Message;
import dev.nabla.notebooks.model.Lines;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a kernel published for one cell, as nbformat keeps it. */
final class Outputs {
  private static final Pattern COLORS = Pattern.compile("\u001b\\[[0-9;]*m");

  private final JsonArray outputs = new JsonArray();
  private boolean clearNext;

  private Outputs() {}

  static JsonArray of(List<Message> published) {
    Outputs outputs = new Outputs();
    published.forEach(outputs::add);
    outputs.outputs.forEach(each -> each.getAsJsonObject().remove("transient"));
    return outputs.outputs;
  }

  private void add(Message message) {
    JsonObject content = message.content();
    switch (message.type()) {
      case "stream" -> stream(message.text("name", "stdout"), message.text("text", ""));
      case "display_data" -> put(data("display_data", content));
      case "update_display_data" -> update(content);
      case "execute_result" -> {
        JsonObject result = data("execute_result", content);
        result.add("execution_count", content.get("execution_count"));
        put(result);
      }
      case "error" -> {
        JsonObject error = new JsonObject();
        error.addProperty("output_type", "error");
        for (String field : List.of("ename", "evalue", "traceback")) {
          error.add(field, content.get(field));
        }
        put(error);
      }
      case "clear_output" -> clear(message.flag("wait", false));
      default -> {
        // Says nothing that a notebook keeps.
      }
    }
  }

  private void stream(String name, String text) {
    JsonObject last = outputs.isEmpty() ? null : outputs.get(outputs.size() - 1).getAsJsonObject();
    boolean goesOn =
        !clearNext
            && last != null
            && last.has("name")
            && last.get("name").getAsString().equals(name);
    if (goesOn) {
      last.add("text", Lines.split(Lines.joined(last.get("text")) + text));
      return;
    }
    JsonObject stream = new JsonObject();
    stream.addProperty("output_type", "stream");
    stream.addProperty("name", name);
    stream.add("text", Lines.split(text));
    put(stream);
  }

  private static JsonObject data(String type, JsonObject content) {
    JsonObject output = new JsonObject();
    output.addProperty("output_type", type);
    output.add("data", bundle(content.getAsJsonObject("data")));
    output.add("metadata", content.has("metadata") ? content.get("metadata") : new JsonObject());
    if (content.get("transient") instanceof JsonObject display && display.has("display_id")) {
      // Only until the cell has ended: a notebook does not keep it.
      output.add("transient", display);
    }
    return output;
  }

  private static JsonObject bundle(JsonObject data) {
    JsonObject bundle = new JsonObject();
    for (Map.Entry<String, JsonElement> each : data.entrySet()) {
      boolean text = each.getValue() instanceof JsonPrimitive word && word.isString();
      bundle.add(
          each.getKey(),
          text && isLines(each.getKey())
              ? Lines.split(each.getValue().getAsString())
              : each.getValue());
    }
    return bundle;
  }

  private static boolean isLines(String type) {
    return type.startsWith("text/") || type.endsWith("+xml") || type.endsWith("javascript");
  }

  private void update(JsonObject content) {
    JsonElement id = content.getAsJsonObject("transient").get("display_id");
    for (JsonElement each : outputs) {
      JsonObject output = each.getAsJsonObject();
      if (output.get("transient") instanceof JsonObject display
          && display.get("display_id").equals(id)) {
        output.add("data", bundle(content.getAsJsonObject("data")));
      }
    }
  }

  private void clear(boolean wait) {
    clearNext = wait;
    if (!wait) {
      removeAll();
    }
  }

  private void put(JsonObject output) {
    if (clearNext) {
      removeAll();
      clearNext = false;
    }
    outputs.add(output);
  }

  private void removeAll() {
    while (!outputs.isEmpty()) {
      outputs.remove(outputs.size() - 1);
    }
  }

  /** What was printed and shown, as text. */
  static String text(JsonArray outputs) {
    StringBuilder text = new StringBuilder();
    for (JsonElement each : outputs) {
      JsonObject output = each.getAsJsonObject();
      if (output.has("text")) {
        text.append(Lines.joined(output.get("text")));
      } else if (output.get("data") instanceof JsonObject data && data.has(Display.TEXT)) {
        text.append(Lines.joined(data.get(Display.TEXT)).stripTrailing()).append('\n');
      }
    }
    return text.toString();
  }

  /** The words of the last error, without colors; empty if there is none. */
  static String report(JsonArray outputs) {
    String report = "";
    for (JsonElement each : outputs) {
      JsonObject output = each.getAsJsonObject();
      report = output.has("traceback") ? report(output) : report;
    }
    return report;
  }

  /** The words of an error, without colors. */
  static String report(JsonObject error) {
    StringBuilder report = new StringBuilder();
    error
        .getAsJsonArray("traceback")
        .forEach(line -> report.append(line.getAsString()).append('\n'));
    return COLORS.matcher(report).replaceAll("").strip();
  }

  /** The execution count of a reply, or null. */
  static JsonElement count(Message reply) {
    JsonElement count = reply.content().get("execution_count");
    return count == null ? JsonNull.INSTANCE : count;
  }
}
