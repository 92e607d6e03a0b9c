package dev.nabla.notebooks.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The grade of one submission.
 *
 * @param assignment the name of the sheet
 * @param timestamp when it was handed in; may be empty
 * @param of all there was to win, answers for a person to grade included
 * @param problem why it could not be graded, or null
 * @param notes what was amiss although it could
 * @param key stands for everything the grade depends on: another key, another grade
 */
record Result(
    String student,
    String assignment,
    String timestamp,
    double of,
    String problem,
    List<Mark> marks,
    List<String> notes,
    String key) {

  /** The points, without those that a person has yet to give. */
  double points() {
    return marks.stream().mapToDouble(Mark::points).sum();
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("student", student);
    json.addProperty("assignment", assignment);
    json.addProperty("timestamp", timestamp);
    json.addProperty("points", points());
    json.addProperty("of", of);
    json.addProperty("problem", problem);
    JsonArray all = new JsonArray();
    marks.forEach(mark -> all.add(mark.json()));
    json.add("checks", all);
    JsonArray said = new JsonArray();
    notes.forEach(said::add);
    json.add("notes", said);
    json.addProperty("key", key);
    return json;
  }

  static Result of(JsonObject json) {
    List<Mark> marks = new ArrayList<>();
    for (JsonElement each : json.getAsJsonArray("checks")) {
      marks.add(Mark.of(each.getAsJsonObject()));
    }
    List<String> notes = new ArrayList<>();
    json.getAsJsonArray("notes").forEach(note -> notes.add(note.getAsString()));
    return new Result(
        json.get("student").getAsString(),
        json.get("assignment").getAsString(),
        json.get("timestamp").getAsString(),
        json.get("of").getAsDouble(),
        json.get("problem").isJsonNull() ? null : json.get("problem").getAsString(),
        List.copyOf(marks),
        List.copyOf(notes),
        json.get("key").getAsString());
  }
}
