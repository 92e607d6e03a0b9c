package dev.nabla.notebooks.lint;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nabla.notebooks.model.NotebookFile;
import dev.nabla.notebooks.tool.CellLimit;
import dev.nabla.notebooks.tool.EachFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nabla lint}: tells what is wrong or poor about exercises before students see them. */
@Command(
    name = "lint",
    description = {
      "Tell what is wrong or poor about exercises.",
      "It runs the source, makes every mistake of the catalogue on purpose, and runs the student"
          + " version. Ends with 1 where there are errors."
    })
public final class Lint extends EachFile {
  @Option(names = "--strict", description = "End with 1 where there are warnings, too.")
  private boolean strict;

  @Option(
      names = "--sealed",
      description = "As in nabla release: students do not get the exercises to read.")
  private boolean sealed;

  @Mixin private CellLimit limit;

  @Override
  protected boolean work(Path file, JsonObject result) throws IOException {
    console().progress(file.toString());
    JsonArray found = new JsonArray();
    result.add("findings", found);
    Linter linter = new Linter(limit.duration(), sealed, console()::progress);
    List<Finding> findings =
        linter.lint(NotebookFile.read(file), file.toAbsolutePath().getParent());
    findings.forEach(finding -> found.add(finding.json()));
    findings.forEach(finding -> console().found(file.toString(), finding.line()));
    long errors = count(findings, Finding.Level.ERROR);
    long warnings = count(findings, Finding.Level.WARNING);
    console().progress("  " + number(errors, "error") + ", " + number(warnings, "warning"));
    return errors == 0 && !(strict && warnings > 0);
  }

  private static long count(List<Finding> findings, Finding.Level level) {
    return findings.stream().filter(finding -> finding.level() == level).count();
  }

  private static String number(long count, String what) {
    return count == 0 ? "no " + what + "s" : count + " " + what + (count == 1 ? "" : "s");
  }
}
