package dev.nabla.notebooks.lint;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nabla.message.NablaException;
import dev.nabla.notebooks.model.NotebookFile;
import dev.nabla.notebooks.tool.Console;
import dev.nabla.notebooks.tool.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nabla lint}: tells what is wrong or poor about exercises before students see them. */
@Command(
    name = "lint",
    description = {
      "Tell what is wrong or poor about exercises: runs the source, makes every mistake of the",
      "catalogue on purpose, and runs the student version. Ends with 1 where there are errors."
    })
public final class Lint implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "SOURCE", description = "Notebooks or folders.")
  private List<Path> files;

  @Option(names = "--strict", description = "End with 1 where there are warnings, too.")
  private boolean strict;

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
      JsonObject result = lint(file);
      results.add(result);
      ok &= result.get("ok").getAsBoolean();
    }
    JsonObject document = new JsonObject();
    document.addProperty("ok", ok);
    document.add("files", results);
    console.result("", document);
    return ok ? 0 : 1;
  }

  private JsonObject lint(Path file) {
    JsonObject result = new JsonObject();
    result.addProperty("file", file.toString());
    JsonArray found = new JsonArray();
    boolean ok = true;
    try {
      console.progress(file.toString());
      Linter linter = new Linter(Duration.ofSeconds(timeout), console::progress);
      List<Finding> findings =
          linter.lint(NotebookFile.read(file), file.toAbsolutePath().getParent());
      findings.forEach(finding -> found.add(finding.json()));
      findings.forEach(finding -> console.progress(finding.line()));
      long errors = count(findings, Finding.Level.ERROR);
      long warnings = count(findings, Finding.Level.WARNING);
      ok = errors == 0 && !(strict && warnings > 0);
      console.progress("  " + number(errors, "error") + ", " + number(warnings, "warning"));
    } catch (NablaException | IOException e) {
      ok = false;
      console.problem(file + ": " + Console.sentence(e));
      result.addProperty("problem", Console.sentence(e));
    }
    result.addProperty("ok", ok);
    result.add("findings", found);
    return result;
  }

  private static long count(List<Finding> findings, Finding.Level level) {
    return findings.stream().filter(finding -> finding.level() == level).count();
  }

  private static String number(long count, String what) {
    return count == 0 ? "no " + what + "s" : count + " " + what + (count == 1 ? "" : "s");
  }
}
