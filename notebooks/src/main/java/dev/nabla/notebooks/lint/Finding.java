package dev.nabla.notebooks.lint;

import com.google.gson.JsonObject;
import java.util.Locale;

/**
 * One thing that is wrong or poor.
 *
 * @param cell the id of the cell; empty for the whole notebook
 */
public record Finding(Level level, String cell, String words) {

  /** How bad it is. */
  public enum Level {
    /** Students would be judged wrongly, or not at all. */
    ERROR,
    /** The exercise works, but teaches less than it could. */
    WARNING,
    /** Worth knowing. */
    NOTE
  }

  static Finding error(String cell, String words) {
    return new Finding(Level.ERROR, cell, words);
  }

  String line() {
    String level = level().name().toLowerCase(Locale.ROOT);
    return level + ": " + (cell.isEmpty() ? "" : "cell " + cell + ": ") + words;
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("level", level.name().toLowerCase(Locale.ROOT));
    json.addProperty("cell", cell);
    json.addProperty("words", words);
    return json;
  }
}
