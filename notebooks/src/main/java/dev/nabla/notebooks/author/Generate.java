package dev.nabla.notebooks.author;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nabla.message.NablaException;
import dev.nabla.notebooks.lint.Finding;
import dev.nabla.notebooks.lint.Linter;
import dev.nabla.notebooks.model.Notebook;
import dev.nabla.notebooks.model.NotebookFile;
import dev.nabla.notebooks.release.StudentVersion;
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

/** {@code nabla generate}: writes a variant of a source for every student, each linted. */
@Command(
    name = "generate",
    description = {
      "Write a variant of a source for every student.",
      "One line of the source says var variant = 1; and its data come from numbers(variant)."
          + " Numbers that lint finds wrong or poor are replaced by others. The same seed gives"
          + " every student the same numbers again."
    })
public final class Generate implements Callable<Integer> {
  /** Poor numbers in a row after which the source itself is to blame. */
  private static final int ATTEMPTS = 20;

  @Parameters(paramLabel = "SOURCE", description = "A notebook.")
  private Path source;

  @Option(names = "--students", required = true, paramLabel = "FILE", description = "CSV with ids.")
  private Path students;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "Other seeds give other numbers (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      required = true,
      description = "Gets release/STUDENT, source/STUDENT and variants.csv.")
  private Path out;

  @Option(names = "--sealed", description = "As in nabla release.")
  private boolean sealed;

  @Option(names = "--allow-warnings", description = "Take numbers that lint only warns of.")
  private boolean allowWarnings;

  @Mixin private Console console;

  private Linter linter;

  @Override
  public Integer call() throws IOException {
    linter = new Linter(Duration.ofSeconds(120), sealed, words -> {});
    Notebook notebook;
    try {
      notebook = NotebookFile.read(source);
      Variant.of(notebook, 1);
      Finding wrong = firstBad(linter.markings(notebook));
      if (wrong != null) {
        throw new NablaException("cell " + wrong.cell() + ": " + wrong.words());
      }
    } catch (NablaException e) {
      throw new NablaException(source + ": " + e.getMessage());
    }
    StringBuilder table = new StringBuilder("student_id,variant\n");
    JsonArray results = new JsonArray();
    boolean ok = true;
    for (String student : Students.read(students)) {
      JsonObject result = generate(notebook, student);
      results.add(result);
      ok &= result.get("ok").getAsBoolean();
      if (result.has("variant")) {
        table.append(student).append(',').append(result.get("variant")).append('\n');
      }
    }
    NotebookFile.write(out.resolve("variants.csv"), table.toString());
    JsonObject document = new JsonObject();
    document.addProperty("ok", ok);
    document.add("students", results);
    console.result("", document);
    return ok ? 0 : 1;
  }

  private JsonObject generate(Notebook notebook, String student) {
    JsonObject result = new JsonObject();
    result.addProperty("student", student);
    try {
      int number = goodNumber(notebook, student);
      Notebook variant = Variant.of(notebook, number);
      String name = Sources.notebookName(source);
      NotebookFile.write(out.resolve("source").resolve(student).resolve(name), variant);
      Notebook released = StudentVersion.of(variant, sealed);
      NotebookFile.write(out.resolve("release").resolve(student).resolve(name), released);
      console.progress(student + ": variant " + number);
      result.addProperty("ok", true);
      result.addProperty("variant", number);
    } catch (NablaException | IOException e) {
      console.problem(student + ": " + Console.sentence(e));
      result.addProperty("ok", false);
      result.addProperty("problem", Console.sentence(e));
    }
    return result;
  }

  private int goodNumber(Notebook notebook, String student) throws IOException {
    Path directory = source.toAbsolutePath().getParent();
    Finding last = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int number = Variant.number(seed, student, attempt);
      Notebook variant = Variant.of(notebook, number);
      last = firstBad(linter.solution(variant, directory));
      if (last == null) {
        last = firstBad(linter.studentVersion(variant, directory));
      }
      if (last == null) {
        return number;
      }
      console.progress(student + ": not variant " + number + ", " + last.words());
    }
    throw new NablaException(
        ATTEMPTS + " variants were all poor. The last: " + last.cell() + ": " + last.words());
  }

  /** What speaks against a variant; null if nothing does. */
  private Finding firstBad(List<Finding> findings) {
    return findings.stream().filter(this::isBad).findFirst().orElse(null);
  }

  private boolean isBad(Finding finding) {
    return finding.level() == Finding.Level.ERROR
        || finding.level() == Finding.Level.WARNING && !allowWarnings;
  }
}
