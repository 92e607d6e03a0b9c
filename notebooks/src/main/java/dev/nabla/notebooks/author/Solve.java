package dev.nabla.notebooks.author;

import com.google.gson.JsonObject;
import dev.nabla.message.NablaException;
import dev.nabla.notebooks.model.Notebook;
import dev.nabla.notebooks.model.NotebookFile;
import dev.nabla.notebooks.run.CellRun;
import dev.nabla.notebooks.run.Execution;
import dev.nabla.notebooks.run.Runner;
import dev.nabla.notebooks.tool.CellLimit;
import dev.nabla.notebooks.tool.EachFile;
import dev.nabla.notebooks.tool.Sources;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nabla solve}: writes the worked solution, executed and without markers. */
@Command(
    name = "solve",
    description = "Write the worked solution of notebooks: executed, and without the markers.")
public final class Solve extends EachFile {
  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      required = true,
      description = "Where to write; another folder than the source's.")
  private Path out;

  @Mixin private CellLimit limit;

  @Override
  protected boolean work(Path file, JsonObject result) throws IOException {
    Path solved = Sources.elsewhere(out, file);
    Notebook worked = Worked.of(NotebookFile.read(file));
    Runner runner = new Runner(limit.duration(), false);
    int cells = (int) worked.cells().stream().filter(cell -> cell.isCode()).count();
    Execution execution =
        runner.run(
            worked,
            file.toAbsolutePath().getParent(),
            cell -> console().progress(cell.line(cells)));
    CellRun failure = execution.failure();
    if (failure != null) {
      throw new NablaException("cell " + failure.cell().id() + ": " + failure.problem());
    }
    NotebookFile.write(solved, execution.notebook());
    console().progress(file + " -> " + solved);
    result.addProperty("solved", solved.toString());
    return true;
  }
}
