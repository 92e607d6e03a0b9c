package dev.nabla.notebooks.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Lines;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The outputs of a cell as text, and whether they keep what a document promises. */
record Printed(String text) {
  private static final Pattern COLORS = Pattern.compile("\u001b\\[[0-9;]*m");

  static Printed by(Cell cell) {
    StringBuilder text = new StringBuilder();
    for (JsonElement each : cell.outputs()) {
      JsonObject output = each.getAsJsonObject();
      if (output.has("text")) {
        text.append(Lines.joined(output.get("text")));
      } else if (output.has("data")) {
        text.append(Lines.joined(output.getAsJsonObject("data").get("text/plain"))).append('\n');
      } else {
        // A line of the report may be broken, a promise is not.
        output
            .getAsJsonArray("traceback")
            .forEach(line -> text.append(line.getAsString().replace('\n', ' ')).append('\n'));
      }
    }
    return new Printed(COLORS.matcher(text).replaceAll(""));
  }

  /**
   * Whether these words are what was printed, spaces aside: all of it where it is one line, else a
   * line or the end of one. A name may stand in front, {@code S1 = 11.0}. {@code ...} stands for
   * anything, and {@code 1 2; 3 4} for the rows of a matrix.
   */
  boolean keeps(String promise) {
    List<String> lines = text.lines().map(Printed::narrow).filter(l -> !l.isEmpty()).toList();
    if (lines.stream().anyMatch(line -> keeps(line, promise, lines.size() > 1))) {
      return true;
    }
    List<String> rows = Arrays.asList(promise.split(";"));
    for (int i = 0; i + rows.size() <= lines.size(); i++) {
      boolean all = true;
      for (int j = 0; j < rows.size(); j++) {
        all &= keeps(lines.get(i + j), rows.get(j), true);
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  private static boolean keeps(String line, String promise, boolean atItsEnd) {
    String words =
        Arrays.stream(narrow(promise).split("\\.\\.\\.", -1))
            .map(Pattern::quote)
            .reduce((a, b) -> a + ".*" + b)
            .orElseThrow();
    return line.matches((atItsEnd ? "(.* )?" : "(\\S+ = )?") + words);
  }

  private static String narrow(String line) {
    return line.strip().replaceAll("\\s+", " ");
  }
}
