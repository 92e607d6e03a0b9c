package dev.nabla.notebooks.author;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nabla.message.NablaException;
import dev.nabla.notebooks.model.Notebook;
import dev.nabla.notebooks.model.NotebookFile;
import dev.nabla.notebooks.run.CellRun;
import dev.nabla.notebooks.run.Execution;
import dev.nabla.notebooks.run.Runner;
import dev.nabla.notebooks.tool.Console;
import dev.nabla.notebooks.tool.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nabla solve}: writes the worked solution, executed and without markers. */
@Command(
    name = "solve",
    description = "Write the worked solution of notebooks: executed, and without the markers.")
public final class Solve implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "SOURCE", description = "Notebooks or folders.")
  private List<Path> files;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      required = true,
      description = "Where to write; another folder than the source's.")
  private Path out;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "Stop a cell after this time (default: ${DEFAULT-VALUE}).")
  private int timeout;

  @Mixin private Console console;

  @Override
  public Integer call() throws IOException {
    JsonArray results = new JsonArray();
    boolean ok = true;
    for (Path file : Sources.of(files)) {
      JsonObject result = solve(file);
      results.add(result);
      ok &= result.get("ok").getAsBoolean();
    }
    JsonObject document = new JsonObject();
    document.addProperty("ok", ok);
    document.add("files", results);
    console.result("", document);
    return ok ? 0 : 1;
  }

  private JsonObject solve(Path file) {
    JsonObject result = new JsonObject();
    result.addProperty("file", file.toString());
    try {
      Path solved = out.resolve(Sources.notebookName(file));
      if (Files.exists(solved) && Files.isSameFile(solved, file)) {
        throw new NablaException("this would overwrite the source. Choose another folder with -o.");
      }
      Notebook worked = Worked.of(NotebookFile.read(file));
      Runner runner = new Runner(Duration.ofSeconds(timeout), false);
      int cells = (int) worked.cells().stream().filter(cell -> cell.isCode()).count();
      Execution execution =
          runner.run(
              worked,
              file.toAbsolutePath().getParent(),
              cell -> console.progress(cell.line(cells)));
      CellRun failure = execution.failure();
      if (failure != null) {
        throw new NablaException("cell " + failure.cell().id() + ": " + failure.problem());
      }
      NotebookFile.write(solved, execution.notebook());
      console.progress(file + " -> " + solved);
      result.addProperty("ok", true);
      result.addProperty("solved", solved.toString());
    } catch (NablaException | IOException e) {
      console.problem(file + ": " + Console.sentence(e));
      result.addProperty("ok", false);
      result.addProperty("problem", Console.sentence(e));
    }
    return result;
  }
}
