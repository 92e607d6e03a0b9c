package dev.nabla.notebooks.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nabla.notebooks.model.Notebook;
import dev.nabla.notebooks.model.NotebookFile;
import dev.nabla.notebooks.tool.CellLimit;
import dev.nabla.notebooks.tool.EachFile;
import dev.nabla.notebooks.tool.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nabla run}: runs notebooks and scripts from top to bottom, each in a fresh kernel. */
@Command(
    name = "run",
    description = {
      "Run notebooks and scripts from top to bottom, each in a fresh kernel.",
      "What a script prints and shows is printed as text.",
      "Ends with 0 if every cell of every file succeeded, else with 1."
    })
public final class Run extends EachFile {
  @Option(names = "--out", paramLabel = "DIR", description = "Write executed notebooks there.")
  private Path out;

  @Option(names = "--html", paramLabel = "DIR", description = "Write reports as web pages there.")
  private Path html;

  @Option(names = "--keep-going", description = "Go on after a cell that failed.")
  private boolean keepGoing;

  @Mixin private CellLimit limit;

  @Override
  protected String summary(int files, int failed) {
    String all = files == 1 ? "1 file" : files + " files";
    return all + (failed == 0 ? " ran without errors" : ", " + failed + " failed");
  }

  @Override
  protected boolean work(Path file, JsonObject result) throws IOException {
    console().progress(file.toString());
    Notebook notebook = NotebookFile.read(file);
    int cells = (int) notebook.cells().stream().filter(cell -> cell.isCode()).count();
    boolean isScript = !file.toString().endsWith(".ipynb");
    Runner runner = new Runner(limit.duration(), keepGoing);
    Execution execution =
        runner.run(
            notebook,
            file.toAbsolutePath().getParent(),
            run -> {
              if (isScript) {
                console().shown(Outputs.text(run.cell().outputs()));
              }
              console().progress(run.line(cells));
            });
    write(file, execution);
    tell(file, execution, result);
    return execution.succeeded();
  }

  private void write(Path file, Execution execution) throws IOException {
    if (out != null) {
      Path executed = out.resolve(Sources.notebookName(file));
      NotebookFile.write(executed, execution.notebook());
      console().progress("  wrote " + executed);
    }
    if (html != null) {
      Path page = html.resolve(Sources.stem(file) + ".html");
      NotebookFile.write(page, HtmlReport.of(Sources.stem(file), execution));
      console().progress("  wrote " + page);
    }
  }

  private void tell(Path file, Execution execution, JsonObject result) {
    CellRun failure = execution.failure();
    if (failure != null) {
      String report = Outputs.report(failure.cell().outputs());
      console()
          .problem(
              "%s, cell %d%s: %s"
                  .formatted(
                      file,
                      failure.number(),
                      failure.cell().id().isEmpty() ? "" : " (" + failure.cell().id() + ")",
                      report.startsWith(failure.problem()) ? report : failure.problem()));
    }
    result.addProperty("seconds", Math.round(execution.seconds() * 1e3) / 1e3);
    JsonArray cells = new JsonArray();
    execution.cells().forEach(cell -> cells.add(cell.json()));
    result.add("cells", cells);
    console()
        .progress(
            String.format(
                Locale.ROOT,
                "  %d cells, %.1f s%s",
                execution.cells().size(),
                execution.seconds(),
                execution.succeeded() ? "" : ", failed"));
  }
}
