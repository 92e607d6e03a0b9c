package dev.nabla.notebooks.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;

/**
 * One cell of a notebook. Fields that nobody here knows are kept. A cell never changes: every
 * {@code with} gives another one.
 */
public final class Cell {
  private final JsonObject json;

  Cell(JsonObject json) {
    this.json = json;
  }

  /** A new code cell without outputs. */
  public static Cell code(String id, String source) {
    JsonObject json = new JsonObject();
    json.addProperty("cell_type", "code");
    json.add("metadata", new JsonObject());
    json.add("outputs", new JsonArray());
    json.add("execution_count", JsonNull.INSTANCE);
    return new Cell(json).withId(id).withSource(source);
  }

  /** A new Markdown cell. */
  public static Cell markdown(String id, String source) {
    JsonObject json = new JsonObject();
    json.addProperty("cell_type", "markdown");
    json.add("metadata", new JsonObject());
    return new Cell(json).withId(id).withSource(source);
  }

  /** Its id; empty in notebooks older than nbformat 4.5. */
  public String id() {
    return json.has("id") ? json.get("id").getAsString() : "";
  }

  /** {@code code}, {@code markdown} or {@code raw}. */
  public String type() {
    return json.get("cell_type").getAsString();
  }

  public boolean isCode() {
    return type().equals("code");
  }

  /** What is written in it. */
  public String source() {
    return Lines.joined(json.get("source"));
  }

  /** What it has shown, as nbformat has it; empty where it is no code cell. */
  public JsonArray outputs() {
    return json.has("outputs") ? json.getAsJsonArray("outputs").deepCopy() : new JsonArray();
  }

  /** Its metadata, a copy. */
  public JsonObject metadata() {
    return json.getAsJsonObject("metadata").deepCopy();
  }

  /** Whether its metadata has this tag, such as {@code raises-exception}. */
  public boolean hasTag(String tag) {
    JsonElement tags = json.getAsJsonObject("metadata").get("tags");
    return tags instanceof JsonArray all && all.contains(new JsonPrimitive(tag));
  }

  public Cell withId(String id) {
    return with("id", new JsonPrimitive(id));
  }

  public Cell withSource(String source) {
    return with("source", Lines.split(source));
  }

  public Cell withMetadata(JsonObject metadata) {
    return with("metadata", metadata.deepCopy());
  }

  /**
   * The same cell after a run.
   *
   * @param executionCount null where it did not run
   */
  public Cell withOutputs(JsonArray outputs, JsonElement executionCount) {
    return with("outputs", outputs.deepCopy())
        .with("execution_count", executionCount == null ? JsonNull.INSTANCE : executionCount);
  }

  /** Nothing but what a person wrote: no outputs, no attachments, no metadata. */
  public Cell bare() {
    JsonObject bare = new JsonObject();
    for (String kept : List.of("cell_type", "id", "source")) {
      if (json.has(kept)) {
        bare.add(kept, json.get(kept).deepCopy());
      }
    }
    bare.add("metadata", new JsonObject());
    if (isCode()) {
      bare.add("outputs", new JsonArray());
      bare.add("execution_count", JsonNull.INSTANCE);
    }
    return new Cell(bare);
  }

  /** The attachments that are named in the source; pictures of an answer go with the answer. */
  public Cell withAttachmentsOf(Cell other) {
    JsonObject used = new JsonObject();
    if (other.json.get("attachments") instanceof JsonObject all) {
      all.entrySet().stream()
          .filter(each -> source().contains("attachment:" + each.getKey()))
          .forEach(each -> used.add(each.getKey(), each.getValue().deepCopy()));
    }
    return used.isEmpty() ? this : with("attachments", used);
  }

  JsonObject json() {
    return json;
  }

  private Cell with(String field, JsonElement value) {
    JsonObject other = json.deepCopy();
    other.add(field, value);
    return new Cell(other);
  }
}
