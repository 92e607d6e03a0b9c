package dev.nabla.notebooks.lint;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.CellNames;
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
 * @param sealed whether students get the sealed version
 * @param progress is told what is done
 */
public record Linter(Duration timeout, boolean sealed, Consumer<String> progress) {
  private static final String JUDGE = "lint-";
  private static final String FAILS = "it fails: ";
  private static final String WHAT_FOLLOWS = " What stands below it was not looked at.";

  /** All findings. */
  public List<Finding> lint(Notebook source, Path directory) throws IOException {
    List<Finding> findings = new ArrayList<>(markings(source));
    if (findings.stream().noneMatch(each -> each.level() == Finding.Level.ERROR)) {
      findings.addAll(solution(source, directory));
      if (findings.stream().noneMatch(each -> each.words().startsWith(FAILS))) {
        findings.addAll(studentVersion(source, directory));
      }
    }
    return findings;
  }

  /** What can be said without running it; where it has errors, it cannot be run. */
  public List<Finding> markings(Notebook source) {
    return Markings.of(CellNames.in(source), sealed);
  }

  /** What its checks say to the solution, and to every mistake made on purpose. */
  public List<Finding> solution(Notebook source, Path directory) throws IOException {
    progress.accept("  running the source, with every mistake made on purpose");
    Reviewed reviewed = new Reviewed();
    for (CellRun run : run(judged(CellNames.in(source)), directory).cells()) {
      String cell = run.cell().id();
      String answer = cell.startsWith(JUDGE) ? cell.substring(JUDGE.length()) : null;
      if (answer == null && !run.succeeded()) {
        reviewed.add(Finding.error(cell, FAILS + run.problem() + WHAT_FOLLOWS));
        // What stands below may fail for no other reason.
        break;
      } else if (answer != null && run.succeeded()) {
        reviewed.read(answer, printed(run.cell()));
      } else if (answer != null) {
        reviewed.add(Finding.error(answer, "its check fails: " + run.problem()));
      }
    }
    return reviewed.findings();
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
                    + " Does it need a variable of a solution?"
                    + WHAT_FOLLOWS));
        break;
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
