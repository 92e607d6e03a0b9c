package dev.nabla.notebooks.lint;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Checks;
import dev.nabla.notebooks.model.Lines;
import dev.nabla.notebooks.model.Marked;
import dev.nabla.notebooks.model.Notebook;
import dev.nabla.notebooks.release.StudentVersion;
import dev.nabla.notebooks.run.CellRun;
import dev.nabla.notebooks.run.Execution;
import dev.nabla.notebooks.run.Runner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks for what is wrong or poor about a source: its markers first; then it runs, and each check
 * has to take the solution and refuse every mistake of the catalogue; then its student version
 * runs, and each check has to refuse the empty answer.
 *
 * @param timeout how long one cell may take
 * @param progress is told what is done
 */
public record Linter(Duration timeout, Consumer<String> progress) {
  private static final String JUDGE = "lint-";

  /** All findings. */
  public List<Finding> lint(Notebook source, Path directory) throws IOException {
    List<Finding> findings = new ArrayList<>(markings(source));
    if (findings.stream().noneMatch(each -> each.level() == Finding.Level.ERROR)) {
      findings.addAll(solution(source, directory));
      findings.addAll(studentVersion(source, directory));
    }
    return findings;
  }

  /** What can be said without running it; where it has errors, it cannot be run. */
  public List<Finding> markings(Notebook source) {
    return Markings.of(source);
  }

  /** What its checks say to the solution, and to every mistake made on purpose. */
  public List<Finding> solution(Notebook source, Path directory) throws IOException {
    progress.accept("  running the source, with every mistake made on purpose");
    List<Finding> findings = new ArrayList<>();
    for (CellRun run : run(judged(source), directory).cells()) {
      String cell = run.cell().id();
      if (!cell.startsWith(JUDGE)) {
        if (!run.succeeded()) {
          findings.add(Finding.error(cell, "it fails: " + run.problem()));
        }
      } else if (run.succeeded()) {
        Reviewed.read(cell.substring(JUDGE.length()), printed(run.cell()), findings);
      } else {
        findings.add(
            Finding.error(cell.substring(JUDGE.length()), "its check fails: " + run.problem()));
      }
    }
    return findings;
  }

  /** The source with a cell behind every answer that reviews its question. */
  private static Notebook judged(Notebook source) {
    List<Cell> cells = new ArrayList<>();
    for (Cell cell : source.cells()) {
      cells.add(cell);
      Marked marked = Marked.of(cell);
      if (!cell.isCode() || marked.answers().isEmpty()) {
        continue;
      }
      for (Checks check : Checks.of(marked)) {
        cells.add(
            Cell.code(
                JUDGE + check.answer().id(),
                "System.out.print(dev.nabla.exercise.Review.of(\"%s\", %s).lines());"
                    .formatted(check.question(), check.answer().variable())));
      }
    }
    return source.with(cells);
  }

  /** Whether its student version runs, and gives no points for nothing. */
  public List<Finding> studentVersion(Notebook source, Path directory) throws IOException {
    progress.accept("  running the student version");
    List<Finding> findings = new ArrayList<>();
    Execution execution = run(StudentVersion.of(source, false), directory);
    for (CellRun run : execution.cells()) {
      String cell = run.cell().id();
      if (!run.succeeded()) {
        findings.add(
            Finding.error(
                cell,
                "in the student version it fails: "
                    + run.problem()
                    + " Does it need a variable of a solution?"));
      } else if (run.cell().metadata().get("nbgrader") instanceof JsonObject grading
          && grading.has("points")
          && grading.get("points").getAsDouble() > 0
          && !printed(run.cell()).strip().equals("0")) {
        findings.add(Finding.error(cell, "an empty answer gets points."));
      }
    }
    return findings;
  }

  private Execution run(Notebook notebook, Path directory) throws IOException {
    return new Runner(timeout, true).run(notebook, directory, cell -> {});
  }

  /** What a cell has printed, or shown as its result. */
  private static String printed(Cell cell) {
    StringBuilder text = new StringBuilder();
    for (JsonElement each : cell.outputs()) {
      JsonObject output = each.getAsJsonObject();
      if (output.has("text")) {
        text.append(Lines.joined(output.get("text")));
      } else if (output.has("data") && output.getAsJsonObject("data").has("text/plain")) {
        text.append(Lines.joined(output.getAsJsonObject("data").get("text/plain")));
      }
    }
    return text.toString();
  }
}
