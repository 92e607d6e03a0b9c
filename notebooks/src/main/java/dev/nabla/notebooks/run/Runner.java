package dev.nabla.notebooks.run;

import com.google.gson.JsonArray;
import dev.nabla.notebooks.client.Answer;
import dev.nabla.notebooks.client.KernelClient;
import dev.nabla.notebooks.client.KernelProcess;
import dev.nabla.notebooks.install.Launch;
import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Notebook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs the code cells of a notebook from top to bottom in a kernel process of their own, so that
 * nothing that stands in a cell can end or spoil the tool.
 *
 * @param timeout how long one cell may take before it is interrupted
 * @param keepGoing whether to go on after a cell that failed
 */
public record Runner(Duration timeout, boolean keepGoing) {
  /** How long a kernel may take to start, or to obey an interrupt. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String RAISES = "raises-exception";
  private static final int LONGEST_PROBLEM = 300;

  /**
   * Runs a notebook.
   *
   * @param directory where the cells find their files
   * @param progress is told of each cell as soon as it has ended
   * @throws IOException if no kernel could be started
   */
  public Execution run(Notebook notebook, Path directory, Consumer<CellRun> progress)
      throws IOException {
    return run(notebook, directory, progress, List.of()).execution();
  }

  /**
   * An execution, and what the kernel said to questions afterwards.
   *
   * @param answers the text of what each question has shown; fewer if a cell failed
   */
  public record Asked(Execution execution, List<String> answers) {}

  /**
   * Runs a notebook, then more cells that do not belong to it.
   *
   * @param questions the code of those
   */
  public Asked run(
      Notebook notebook, Path directory, Consumer<CellRun> progress, List<String> questions)
      throws IOException {
    List<Cell> cells = new ArrayList<>();
    List<CellRun> runs = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    try (KernelProcess kernel = KernelProcess.start(Launch::ofThisJar, directory, PATIENCE)) {
      boolean goOn = true;
      for (Cell cell : notebook.cells()) {
        if (!cell.isCode() || cell.source().isBlank() || !goOn) {
          cells.add(cell.isCode() ? cell.withOutputs(new JsonArray(), null) : cell);
          continue;
        }
        CellRun run = run(kernel.client(), cell, runs.size() + 1);
        progress.accept(run);
        runs.add(run);
        cells.add(run.cell());
        goOn = !run.ended() && (run.succeeded() || keepGoing);
      }
      for (int i = 0; i < questions.size() && goOn; i++) {
        answers.add(kernel.client().execute(questions.get(i), timeout).text());
      }
    }
    return new Asked(new Execution(notebook.with(cells), runs), answers);
  }

  private CellRun run(KernelClient client, Cell cell, int number) {
    long start = System.nanoTime();
    try {
      Answer answer = client.execute(cell.source(), timeout);
      double seconds = (System.nanoTime() - start) / 1e9;
      JsonArray outputs = Outputs.of(answer.published());
      Cell executed = cell.withOutputs(outputs, Outputs.count(answer.reply()));
      boolean failed = !answer.ok() && !cell.hasTag(RAISES);
      boolean late = failed && seconds >= timeout.toNanos() / 1e9;
      String problem =
          late ? "stopped after " + timeout.toSeconds() + " s" : failed ? problem(outputs) : null;
      return new CellRun(executed, number, seconds, problem, false);
    } catch (IOException e) {
      double seconds = (System.nanoTime() - start) / 1e9;
      Cell none = cell.withOutputs(new JsonArray(), null);
      return new CellRun(none, number, seconds, e.getMessage(), true);
    }
  }

  /** The first line of the last error. */
  private static String problem(JsonArray outputs) {
    String line = Outputs.report(outputs).lines().findFirst().orElse("it failed without a word");
    return line.length() <= LONGEST_PROBLEM ? line : line.substring(0, LONGEST_PROBLEM) + "...";
  }
}
