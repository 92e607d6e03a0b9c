package dev.nabla.notebooks.run;

import com.google.gson.JsonObject;
import dev.nabla.notebooks.model.Cell;
import java.util.Locale;

/**
 * How the run of one code cell went.
 *
 * @param cell the cell with its outputs
 * @param number its place among the code cells, from 1
 * @param seconds how long it took
 * @param problem what went wrong, in one line; null if nothing did
 * @param ended whether the kernel was lost with it
 */
public record CellRun(Cell cell, int number, double seconds, String problem, boolean ended) {

  public boolean succeeded() {
    return problem == null;
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("id", cell.id());
    json.addProperty("number", number);
    json.addProperty("ok", succeeded());
    json.addProperty("seconds", Math.round(seconds * 1e3) / 1e3);
    json.addProperty("problem", problem);
    return json;
  }

  /** {@code [3/12] ex2-step 0.04 s}. */
  public String line(int of) {
    String name = cell.id().isEmpty() ? "" : " " + cell.id();
    String time = String.format(Locale.ROOT, "%.2f s", seconds);
    return "  [%d/%d]%s  %s%s"
        .formatted(number, of, name, time, succeeded() ? "" : "  FAILED: " + problem);
  }
}
