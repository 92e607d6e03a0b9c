package dev.nabla.notebooks.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nabla.message.NablaException;
import dev.nabla.notebooks.model.NotebookFile;
import dev.nabla.notebooks.tool.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nabla grade}: grades the submissions of a class. */
@Command(
    name = "grade",
    description = {
      "Grade what a class has handed in.",
      "DIR holds STUDENT.ipynb, STUDENT/*.ipynb or STUDENT/ASSIGNMENT/*.ipynb. Answers come from"
          + " the students, everything else from the source. A run that was cut off goes on where"
          + " it was. Ends with 0 if all were graded, with 1 if some could not be."
    })
public final class Grade implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "Submissions; with --merge the folders of results.")
  private List<Path> folders;

  @Option(
      names = "--source",
      paramLabel = "SRC",
      description = "The notebook with solutions, or the folder source of nabla generate.")
  private Path source;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "OUT",
      required = true,
      description = "Gets results/, feedback/, grades.csv and checks.csv.")
  private Path out;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write the grades there instead of OUT/grades.csv.")
  private Path csv;

  @Option(names = "--sealed", description = "Students got what nabla release --sealed has made.")
  private boolean sealed;

  @Option(
      names = "--student",
      paramLabel = "REGEX",
      description =
          "Finds the student in a name of a file or folder, such as"
              + " '^(?<student>[a-z]+)_' for anna_123_ws4.ipynb.")
  private String student;

  @Option(
      names = "--hand",
      paramLabel = "FILE",
      description =
          "Points that a person gave for answers in words: CSV with the columns student, question"
              + " and points.")
  private Path hand;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "0",
      description = "Notebooks at one time (default: one for each core).")
  private int jobs;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description = "Stop a cell after this time (default: ${DEFAULT-VALUE}).")
  private int timeout;

  @Option(
      names = "--notebook-timeout",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "Give a notebook up after this time (default: ${DEFAULT-VALUE}).")
  private int notebookTimeout;

  @Option(
      names = "--memory",
      paramLabel = "MB",
      defaultValue = "512",
      description = "Memory of one notebook (default: ${DEFAULT-VALUE}).")
  private int memory;

  @Option(
      names = "--no-sandbox",
      description = "Run submissions with your own rights: they may read and delete your files.")
  private boolean noSandbox;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Grade only part I of N, for several machines; then merge.")
  private String shard;

  @Option(names = "--merge", description = "Write the tables from what --shard has graded.")
  private boolean merge;

  @Mixin private Console console;

  /** Submissions whose grade could not be kept. */
  private final AtomicInteger lost = new AtomicInteger();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return tell(merge ? merged() : graded());
  }

  private List<Result> graded() throws IOException, InterruptedException {
    requireSensible();
    Shard part = shard == null ? Shard.WHOLE : Shard.of(shard);
    Limits limits =
        new Limits(Duration.ofSeconds(timeout), Duration.ofSeconds(notebookTimeout), memory);
    List<Result> results;
    try (Workers workers = Workers.of(limits, !noSandbox)) {
      Hand given = hand == null ? Hand.NONE : Hand.read(hand);
      Sheets sheets = new Sheets(source, sealed, given, workers, limits);
      List<Submission> submissions = Submission.in(folders.get(0), sheets.name(), names());
      given.requireAmong(submissions);
      results = all(part.of(submissions), sheets);
    }
    if (lost.get() == 0 && !part.isWhole()) {
      part.done(out);
    }
    return results;
  }

  private void requireSensible() {
    if (folders.size() != 1 || source == null) {
      throw new NablaException(
          "grade: say one folder of submissions, and with --source what they are graded by.");
    }
    if (timeout < 1 || notebookTimeout < timeout) {
      throw new NablaException(
          "--timeout is at least 1 second, and --notebook-timeout no less than that.");
    }
    if (memory < 256) {
      throw new NablaException("--memory " + memory + ": a notebook needs at least 256 MB.");
    }
    if (shard != null && csv != null) {
      throw new NablaException("--csv comes with --merge, when all parts are done.");
    }
  }

  private Pattern names() {
    if (student == null) {
      return null;
    }
    try {
      Pattern names = Pattern.compile(student);
      if (!student.contains("(?<student>")) {
        throw new NablaException("--student: the expression has no group (?<student>...).");
      }
      return names;
    } catch (PatternSyntaxException e) {
      throw new NablaException("--student: " + e.getDescription() + " in " + student + ".");
    }
  }

  /** In parallel, and in the order of the names; what could not be kept is told and left out. */
  private List<Result> all(List<Submission> submissions, Sheets sheets)
      throws InterruptedException {
    Results folder = new Results(out);
    List<Result> results = new ArrayList<>();
    AtomicInteger done = new AtomicInteger();
    int threads = jobs > 0 ? jobs : Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    for (Submission each : submissions) {
      pool.execute(
          () -> {
            Result result = one(each, sheets, folder);
            String place = "[%d/%d] ".formatted(done.incrementAndGet(), submissions.size());
            if (result != null) {
              synchronized (results) {
                results.add(result);
              }
              String line = place + line(result);
              if (result.problem() == null) {
                console.progress(line);
              } else {
                console.problem(line);
              }
            }
          });
    }
    pool.shutdown();
    pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    results.sort(Comparator.comparing(Result::student));
    return results;
  }

  private Result one(Submission submission, Sheets sheets, Results folder) {
    try {
      // Without the page, which is in its file now.
      return Result.of(sheets.grade(submission, folder).json());
    } catch (NablaException | IOException e) {
      console.problem(submission.student() + ": " + Console.sentence(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      console.problem(submission.student() + ": unexpected: " + e + ". Please report this.");
    }
    lost.incrementAndGet();
    return null;
  }

  private static String line(Result result) {
    return result.problem() != null
        ? result.student() + ": not graded: " + result.problem()
        : result.student()
            + ": "
            + Feedback.typed(result.points())
            + " of "
            + Feedback.typed(result.of());
  }

  private List<Result> merged() throws IOException {
    if (hand != null) {
      throw new NablaException("--hand comes with --shard, when the parts are graded.");
    }
    Shard.requireAll(folders);
    Results to = new Results(out);
    List<Result> all = new ArrayList<>();
    for (Path folder : folders) {
      Results from = new Results(folder);
      for (Result each : from.all()) {
        all.add(each);
        if (!folder.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
          to.write(each, Files.readString(from.page(each.student())));
        }
      }
    }
    all.sort(Comparator.comparing(Result::student));
    for (int i = 1; i < all.size(); i++) {
      if (all.get(i).student().equals(all.get(i - 1).student())) {
        throw new NablaException(all.get(i).student() + " is in two of these folders.");
      }
    }
    return all;
  }

  private int tell(List<Result> results) {
    long failed = results.stream().filter(each -> each.problem() != null).count() + lost.get();
    long graded = results.size() + lost.get() - failed;
    JsonObject document = new JsonObject();
    boolean written = shard != null || writeTables(results, document);
    boolean ok = failed == 0 && written;
    document.addProperty("ok", ok);
    document.addProperty("graded", graded);
    document.addProperty("failed", failed);
    JsonArray warnings = new JsonArray();
    for (String note : ClassNotes.of(results)) {
      console.problem(note);
      warnings.add(note);
    }
    document.add("warnings", warnings);
    JsonArray students = new JsonArray();
    results.forEach(each -> students.add(each.json()));
    document.add("students", students);
    console.result(graded + " graded" + (failed == 0 ? "" : ", " + failed + " not"), document);
    return ok ? 0 : 1;
  }

  private boolean writeTables(List<Result> results, JsonObject document) {
    Path grades = csv == null ? out.resolve("grades.csv") : csv;
    Path checks = out.resolve("checks.csv");
    document.addProperty("csv", grades.toString());
    document.addProperty("checks", checks.toString());
    try {
      NotebookFile.write(grades, Tables.grades(results));
      NotebookFile.write(checks, Tables.checks(results));
      console.progress("wrote " + grades + ", " + checks + " and " + out.resolve("feedback"));
      return true;
    } catch (IOException e) {
      console.problem(Console.sentence(e));
      return false;
    }
  }
}
