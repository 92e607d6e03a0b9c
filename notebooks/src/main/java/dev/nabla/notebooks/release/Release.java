package dev.nabla.notebooks.release;

import com.google.gson.JsonObject;
import dev.nabla.notebooks.model.Notebook;
import dev.nabla.notebooks.model.NotebookFile;
import dev.nabla.notebooks.tool.EachFile;
import dev.nabla.notebooks.tool.Sources;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nabla release}: writes the student version of notebooks. */
@Command(
    name = "release",
    description = {
      "Write the student version of notebooks.",
      "Answers are emptied, solutions and hidden tests gone, checks locked, metadata for nbgrader"
          + " made. The source itself is not changed."
    })
public final class Release extends EachFile {
  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      required = true,
      description = "Where to write; another folder than the source's.")
  private Path out;

  @Option(
      names = "--sealed",
      description =
          "For graded work: checks only confirm that an answer has come; the exercises and all"
              + " that computes answers stay in the source.")
  private boolean sealed;

  @Override
  protected boolean work(Path file, JsonObject result) throws IOException {
    Path released = Sources.elsewhere(out, file);
    Notebook student = StudentVersion.of(NotebookFile.read(file), sealed);
    NotebookFile.write(released, student);
    double points = Points.of(student);
    console()
        .progress(
            file + " -> " + released + ", " + Points.words(points) + (sealed ? ", sealed" : ""));
    result.addProperty("released", released.toString());
    result.addProperty("points", points);
    return true;
  }
}
