package dev.nabla.notebooks.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;

/**
 * A notebook in nbformat 4. Fields that nobody here knows are kept. It never changes: {@link #with}
 * gives another one.
 */
public final class Notebook {
  private final JsonObject json;
  private final List<Cell> cells;

  Notebook(JsonObject json, List<Cell> cells) {
    this.json = json;
    this.cells = List.copyOf(cells);
  }

  /** A new notebook for the kernel of Nabla. */
  public static Notebook of(List<Cell> cells) {
    JsonObject kernel = new JsonObject();
    kernel.addProperty("display_name", "Java (Nabla)");
    kernel.addProperty("language", "java");
    kernel.addProperty("name", "nabla");
    JsonObject language = new JsonObject();
    language.addProperty("name", "java");
    JsonObject metadata = new JsonObject();
    metadata.add("kernelspec", kernel);
    metadata.add("language_info", language);
    JsonObject json = new JsonObject();
    json.add("metadata", metadata);
    json.addProperty("nbformat", 4);
    json.addProperty("nbformat_minor", 5);
    return new Notebook(json, cells);
  }

  public List<Cell> cells() {
    return cells;
  }

  /** The cell of this id; null if there is none. */
  public Cell cell(String id) {
    return cells.stream().filter(cell -> cell.id().equals(id)).findFirst().orElse(null);
  }

  /** The same notebook with other cells. */
  public Notebook with(List<Cell> others) {
    return new Notebook(json, others);
  }

  /** The same cells, with the metadata of a new notebook. */
  public Notebook bare() {
    return of(cells);
  }

  /** The language it is written in, in small letters; {@code java} where it does not say. */
  public String language() {
    JsonObject metadata = json.getAsJsonObject("metadata");
    for (String[] place : new String[][] {{"kernelspec", "language"}, {"language_info", "name"}}) {
      if (metadata != null
          && metadata.get(place[0]) instanceof JsonObject info
          && info.has(place[1])) {
        return info.get(place[1]).getAsString().toLowerCase(Locale.ROOT);
      }
    }
    return "java";
  }

  /** Its file's text: as Jupyter itself writes it, so that a difference is a difference. */
  public String text() {
    JsonObject whole = json.deepCopy();
    JsonArray all = new JsonArray();
    cells.forEach(cell -> all.add(cell.json()));
    whole.add("cells", all);
    return NotebookText.of(whole);
  }
}
