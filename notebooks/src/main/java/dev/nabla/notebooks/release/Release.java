package dev.nabla.notebooks.release;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nabla.message.NablaException;
import dev.nabla.notebooks.model.Notebook;
import dev.nabla.notebooks.model.NotebookFile;
import dev.nabla.notebooks.tool.Console;
import dev.nabla.notebooks.tool.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nabla release}: writes the student version of notebooks. */
@Command(
    name = "release",
    description = {
      "Write the student version of notebooks: answers emptied, solutions and hidden tests gone,",
      "checks locked, metadata for nbgrader made. The source itself is not changed."
    })
public final class Release implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "SOURCE", description = "Notebooks or folders.")
  private List<Path> files;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      required = true,
      description = "Where to write; another folder than the source's.")
  private Path out;

  @Option(
      names = "--sealed",
      description = {
        "For graded work: checks only confirm that an answer has come; the exercises and all that",
        "computes answers stay in the source."
      })
  private boolean sealed;

  @Mixin private Console console;

  @Override
  public Integer call() throws IOException {
    JsonArray results = new JsonArray();
    boolean ok = true;
    for (Path file : Sources.of(files)) {
      JsonObject result = release(file);
      results.add(result);
      ok &= result.get("ok").getAsBoolean();
    }
    JsonObject document = new JsonObject();
    document.addProperty("ok", ok);
    document.add("files", results);
    console.result("", document);
    return ok ? 0 : 1;
  }

  private JsonObject release(Path file) {
    JsonObject result = new JsonObject();
    result.addProperty("file", file.toString());
    try {
      Path released = out.resolve(Sources.notebookName(file));
      if (Files.exists(released) && Files.isSameFile(released, file)) {
        throw new NablaException("this would overwrite the source. Choose another folder with -o.");
      }
      Notebook student = StudentVersion.of(NotebookFile.read(file), sealed);
      NotebookFile.write(released, student);
      double points = Points.of(student);
      console.progress(
          file + " -> " + released + ", " + Points.words(points) + (sealed ? ", sealed" : ""));
      result.addProperty("ok", true);
      result.addProperty("released", released.toString());
      result.addProperty("points", points);
    } catch (NablaException | IOException e) {
      console.problem(file + ": " + Console.sentence(e));
      result.addProperty("ok", false);
      result.addProperty("problem", Console.sentence(e));
    }
    return result;
  }
}
