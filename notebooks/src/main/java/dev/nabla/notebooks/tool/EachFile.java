package dev.nabla.notebooks.tool;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nabla.message.NablaException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * A command that does the same with each file it is given, whatever became of the others. It ends
 * with 0 if all went well, else with 1.
 */
public abstract class EachFile implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Notebooks, scripts, or folders of notebooks.")
  private List<Path> files;

  @Mixin private Console console;

  /**
   * Does its work with one file.
   *
   * @param result gets what a program may want to know of it
   * @return whether it went well
   */
  protected abstract boolean work(Path file, JsonObject result) throws IOException;

  /** What is said in the end; nothing unless a command has something to say. */
  protected String summary(int files, int failed) {
    return "";
  }

  protected final Console console() {
    return console;
  }

  @Override
  public final Integer call() throws IOException {
    JsonArray results = new JsonArray();
    int failed = 0;
    for (Path file : Sources.of(files)) {
      JsonObject result = new JsonObject();
      result.addProperty("file", file.toString());
      // Its place is before what the work adds.
      result.addProperty("ok", false);
      boolean ok = tried(file, result);
      result.addProperty("ok", ok);
      results.add(result);
      failed += ok ? 0 : 1;
    }
    JsonObject document = new JsonObject();
    document.addProperty("ok", failed == 0);
    document.add("files", results);
    console.result(summary(results.size(), failed), document);
    return failed == 0 ? 0 : 1;
  }

  private boolean tried(Path file, JsonObject result) {
    try {
      return work(file, result);
    } catch (NablaException | IOException e) {
      String sentence = Console.sentence(e);
      console.problem(file + ": " + sentence);
      result.addProperty("problem", sentence);
      return false;
    }
  }
}
