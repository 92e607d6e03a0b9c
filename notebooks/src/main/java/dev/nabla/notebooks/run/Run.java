package dev.nabla.notebooks.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nabla.message.NablaException;
import dev.nabla.notebooks.model.Notebook;
import dev.nabla.notebooks.model.NotebookFile;
import dev.nabla.notebooks.tool.Console;
import dev.nabla.notebooks.tool.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nabla run}: runs notebooks and scripts from top to bottom, each in a fresh kernel. */
@Command(
    name = "run",
    description = {
      "Run notebooks and scripts (.ipynb, .jsh, .java) from top to bottom, each in a fresh kernel.",
      "Ends with 0 if every cell of every file succeeded, else with 1."
    })
public final class Run implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Notebooks, scripts or folders.")
  private List<Path> files;

  @Option(names = "--out", paramLabel = "DIR", description = "Write executed notebooks there.")
  private Path out;

  @Option(names = "--html", paramLabel = "DIR", description = "Write reports as web pages there.")
  private Path html;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "Stop a cell after this time (default: ${DEFAULT-VALUE}).")
  private int timeout;

  @Option(names = "--keep-going", description = "Go on after a cell that failed.")
  private boolean keepGoing;

  @Mixin private Console console;

  @Override
  public Integer call() throws IOException {
    if (timeout < 1) {
      throw new NablaException("--timeout " + timeout + ": a cell needs at least 1 second.");
    }
    JsonArray results = new JsonArray();
    int failed = 0;
    for (Path file : Sources.of(files)) {
      JsonObject result = run(file);
      results.add(result);
      failed += result.get("ok").getAsBoolean() ? 0 : 1;
    }
    JsonObject document = new JsonObject();
    document.addProperty("ok", failed == 0);
    document.add("files", results);
    String all = results.size() == 1 ? "1 file" : results.size() + " files";
    console.result(
        all + (failed == 0 ? " ran without errors" : ", " + failed + " failed"), document);
    return failed == 0 ? 0 : 1;
  }

  private JsonObject run(Path file) {
    JsonObject result = new JsonObject();
    result.addProperty("file", file.toString());
    try {
      console.progress(file.toString());
      Notebook notebook = NotebookFile.read(file);
      int cells = (int) notebook.cells().stream().filter(cell -> cell.isCode()).count();
      Runner runner = new Runner(Duration.ofSeconds(timeout), keepGoing);
      Execution execution =
          runner.run(
              notebook,
              file.toAbsolutePath().getParent(),
              cell -> console.progress(cell.line(cells)));
      write(file, execution);
      tell(file, execution, result);
    } catch (NablaException | IOException e) {
      String sentence = Console.sentence(e);
      console.problem(file + ": " + sentence);
      result.addProperty("ok", false);
      result.addProperty("problem", sentence);
    }
    return result;
  }

  private void write(Path file, Execution execution) throws IOException {
    if (out != null) {
      Path executed = out.resolve(Sources.notebookName(file));
      NotebookFile.write(executed, execution.notebook());
      console.progress("  wrote " + executed);
    }
    if (html != null) {
      Path page = html.resolve(Sources.stem(file) + ".html");
      NotebookFile.write(page, HtmlReport.of(Sources.stem(file), execution));
      console.progress("  wrote " + page);
    }
  }

  private void tell(Path file, Execution execution, JsonObject result) {
    CellRun failure = execution.failure();
    if (failure != null) {
      console.problem(
          "%s, cell %d%s: %s"
              .formatted(
                  file,
                  failure.number(),
                  failure.cell().id().isEmpty() ? "" : " (" + failure.cell().id() + ")",
                  failure.problem()));
    }
    result.addProperty("ok", execution.succeeded());
    result.addProperty("seconds", Math.round(execution.seconds() * 1e3) / 1e3);
    JsonArray cells = new JsonArray();
    execution.cells().forEach(cell -> cells.add(cell.json()));
    result.add("cells", cells);
    console.progress(
        String.format(
            Locale.ROOT,
            "  %d cells, %.1f s%s",
            execution.cells().size(),
            execution.seconds(),
            execution.succeeded() ? "" : ", failed"));
  }
}
