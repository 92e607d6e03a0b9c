package dev.nabla.notebooks.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Notebook;
import dev.nabla.notebooks.model.NotebookFile;
import dev.nabla.notebooks.release.StudentVersion;
import dev.nabla.notebooks.run.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A sheet, its students and their work. By hand: S1 = W1 X; one entry of four passes the relu of
 * each unit; delta2 = (3.5, -1).
 */
final class Classroom {
  static final Map<String, String> RIGHT =
      Map.of("S1", "5 -1; 1 -2", "dW2", "17.5 3.5", "dW1", "3.5 7; 10.5 21");

  /** The first starts programs that outlive their parent; the second fails if they are there. */
  static final String[] LEAVES_PROGRAMS = {
    "new ProcessBuilder(\"sh\", \"-c\", \"for i in 1 2 3 4 5; do sleep 5.4321 & done\")"
        + ".start().waitFor();",
    "var left = ProcessHandle.allProcesses().filter(ProcessHandle::isAlive)"
        + ".filter(each -> each.info().commandLine().orElse(\"\").contains(\"5.4321\")).count();\n"
        + "if (left > 0) throw new RuntimeException(left + \" are left\");"
  };

  private final Path folder;

  Classroom(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(submissions());
    NotebookFile.write(source(), sheet());
  }

  static Notebook sheet() {
    return Notebook.of(
        List.of(
            Cell.markdown("title", "# Sheet"),
            Cell.code(
                "given",
                """
                var net = net().layer(matrix("1 2; -1 1"), relu).layer(row(1, 3))
                    .loss(squaredError.half().mean());
                var X = matrix("1 1; 2 -1");
                var Y = row(1, 2);"""),
            Cell.code("exercise", "exercise(\"2\", net.forward(X).backward(Y))"),
            answer("S1", 1, ""),
            answer("dW2", 2, ""),
            answer("dW1", 2, ""),
            Cell.markdown("why", "Why?\n\n<!-- ANSWER why points=2 -->\nBecause.")));
  }

  static Cell answer(String name, int points, String hidden) {
    return Cell.code(
        name,
        "var %s = \"%s\";   // ANSWER 2-%s points=%d\ncheck(\"2 %s\", %s)%s"
            .formatted(name, RIGHT.get(name), name, points, name, name, hidden));
  }

  Path source() {
    return folder.resolve("sheet 1.ipynb");
  }

  Path submissions() {
    return folder.resolve("submissions");
  }

  Path out() {
    return folder.resolve("out");
  }

  /** The student version with answers: name to the code behind {@code var name = }. */
  static Notebook work(Map<String, String> answers) {
    List<Cell> cells = new ArrayList<>();
    for (Cell cell : StudentVersion.of(sheet(), false).cells()) {
      String source = cell.source();
      for (Map.Entry<String, String> each : answers.entrySet()) {
        if (source.startsWith("var " + each.getKey() + " = \"\"")) {
          source = "var %s = %s;".formatted(each.getKey(), each.getValue());
        }
      }
      cells.add(cell.withSource(source));
    }
    return StudentVersion.of(sheet(), false).with(cells);
  }

  /** Right answers in a form for which the cells have to run. */
  static Map<String, String> computed() {
    return Map.of(
        "S1",
        "net.W(1).mult(X)",
        "dW2",
        "matrix(\"" + RIGHT.get("dW2") + "\").scale(1)",
        "dW1",
        "new double[][] {{3.5, 7}, {10.5, 21}}");
  }

  static Map<String, String> quoted(Map<String, String> answers) {
    Map<String, String> quoted = new java.util.HashMap<>();
    answers.forEach((name, text) -> quoted.put(name, '"' + text + '"'));
    return quoted;
  }

  /** The work with more cells before the answers. */
  static Notebook with(String... own) {
    List<Cell> cells = new ArrayList<>(work(computed()).cells());
    for (int i = 0; i < own.length; i++) {
      cells.add(3 + i, Cell.code("own" + i, own[i]));
    }
    return work(computed()).with(cells);
  }

  /** The work with an answer in words. */
  static Notebook explained(Notebook work) {
    List<Cell> cells = new ArrayList<>(work.cells());
    cells.replaceAll(
        cell -> cell.withSource(cell.source().replace(StudentVersion.WORDS, "It is so.")));
    return work.with(cells);
  }

  void handIn(String student, Notebook work) throws IOException {
    NotebookFile.write(submissions().resolve(student).resolve("sheet 1.ipynb"), work);
  }

  Tool grade(Object... more) throws IOException, InterruptedException {
    List<Object> arguments =
        new ArrayList<>(List.of("grade", submissions(), "--source", source(), "-o", out()));
    arguments.addAll(List.of(more));
    return Tool.nabla(folder, arguments.toArray());
  }

  JsonObject result(String student) throws IOException {
    Path file = out().resolve("results").resolve(student + ".json");
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  double points(String student) throws IOException {
    return result(student).get("points").getAsDouble();
  }

  String notes(String student) throws IOException {
    StringBuilder notes = new StringBuilder();
    for (JsonElement each : result(student).getAsJsonArray("notes")) {
      notes.append(each.getAsString()).append('\n');
    }
    return notes.toString();
  }

  List<String> tags(String student) throws IOException {
    JsonArray checks = result(student).getAsJsonArray("checks");
    List<String> tags = new ArrayList<>();
    checks.forEach(check -> tags.add(check.getAsJsonObject().get("tags").getAsString()));
    return tags;
  }
}
