package dev.nabla.notebooks;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The code cells of a worksheet, and the numbers in them that were not computed. */
record Sheet(String name, List<Cell> cells) {

  /** Those of the folder, in the order of their names. */
  static List<Sheet> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Sheet> sheets = new ArrayList<>();
      for (Path each : files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList()) {
        sheets.add(read(each));
      }
      return sheets;
    }
  }

  private static Sheet read(Path notebook) throws IOException {
    List<Cell> cells = new ArrayList<>();
    for (JsonElement each :
        JsonParser.parseString(Files.readString(notebook))
            .getAsJsonObject()
            .getAsJsonArray("cells")) {
      JsonObject cell = each.getAsJsonObject();
      if (cell.get("cell_type").getAsString().equals("code")) {
        StringBuilder source = new StringBuilder();
        JsonElement lines = cell.get("source");
        if (lines.isJsonArray()) {
          lines.getAsJsonArray().forEach(line -> source.append(line.getAsString()));
        } else {
          source.append(lines.getAsString());
        }
        cells.add(new Cell(cell.get("id").getAsString(), source.toString()));
      }
    }
    return new Sheet(notebook.getFileName().toString(), cells);
  }

  @Override
  public String toString() {
    return name;
  }

  /** A code cell. */
  record Cell(String id, String source) {
    /** A number, a call's name with its bracket, other brackets, texts, names and comments. */
    private static final Pattern TOKEN =
        Pattern.compile(
            "//.*|\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"])*\"|(?<call>\\.?\\w+)\\(|[()]"
                + "|(?<![\\w.])(?<number>\\d*\\.?\\d+(?:e-?\\d+)?)(?!\\w)|\\w+");

    private static final Pattern IN_TEXT = Pattern.compile("(?<![\\w.])\\d*\\.?\\d+");

    /** Whose text holds numbers and formulas; other texts are names. */
    private static final Set<String> OF_FORMULAS = Set.of("matrix", "graph", ".at", "derivative");

    /** Seeds and nudges may be any, so may the places of a flat slope; a layer is no number. */
    private static final Set<String> FREE = Set.of(".random", ".forwardDifference", ".slope", ".W");

    /** What in a worked cell is given, too: data, and the size of a step. */
    private static final Set<String> OF_DATA =
        Set.of("matrix", "row", "column", ".at", ".forward", ".backward", ".step");

    boolean isAnswer() {
      return source.contains("// ANSWER ");
    }

    /** Whether it poses the problem, so that students get it as it is. */
    private boolean isGiven() {
      return !source.startsWith("// BEGIN ");
    }

    /** The same cell with one given number changed, for each of them; none for an answer. */
    List<Cell> planted() {
      List<Cell> planted = new ArrayList<>();
      if (isAnswer()) {
        return planted;
      }
      List<String> calls = new ArrayList<>(List.of(""));
      for (Matcher token = TOKEN.matcher(source); token.find(); ) {
        String text = token.group();
        String call = calls.get(calls.size() - 1);
        if (text.equals("(") || token.group("call") != null) {
          calls.add(text.equals("(") ? call : token.group("call"));
        } else if (text.equals(")")) {
          calls.remove(calls.size() - 1);
        } else if (isGiven() ? FREE.contains(call) : !OF_DATA.contains(call)) {
          continue;
        } else if (token.group("number") != null) {
          planted.add(with(token.end("number")));
        } else if (text.startsWith("\"") && OF_FORMULAS.contains(call)) {
          IN_TEXT.matcher(text).results().forEach(n -> planted.add(with(token.start() + n.end())));
        }
      }
      return planted;
    }

    /** The last digit of a number, which ends there, is another. */
    private Cell with(int end) {
      char digit = source.charAt(end - 1);
      char other = (char) (digit == '9' ? '8' : digit + 1);
      return new Cell(id, source.substring(0, end - 1) + other + source.substring(end));
    }

    /** The line in which this cell differs from another. */
    String lineUnlike(Cell original) {
      List<String> lines = source.lines().toList();
      List<String> others = original.source.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).equals(others.get(i))) {
          return lines.get(i).strip();
        }
      }
      return "";
    }
  }
}
