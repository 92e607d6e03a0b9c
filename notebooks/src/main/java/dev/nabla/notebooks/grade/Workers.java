package dev.nabla.notebooks.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.nabla.notebooks.grade.Restored.Part;
import dev.nabla.notebooks.grade.Sheet.Kind;
import dev.nabla.notebooks.grade.WorkerProcess.Ended;
import dev.nabla.notebooks.install.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs the cells of submissions, each in a fresh process. */
final class Workers {
  /** A cell that ends its process is left out, and the rest runs once more: so often. */
  private static final int ATTEMPTS = 4;

  private final List<String> command;
  private final Limits limits;

  private Workers(List<String> command, Limits limits) {
    this.command = command;
    this.limits = limits;
  }

  /** Workers of the very jar and JDK that run now. */
  static Workers of(Limits limits, boolean sandboxed) throws IOException {
    List<String> java = java(limits);
    if (!sandboxed) {
      return new Workers(Sandbox.NONE.around(java), limits);
    }
    List<Path> readable = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
    for (String word : java) {
      Path file = Path.of(word.substring(word.indexOf('=') + 1));
      if (file.isAbsolute() && Files.isRegularFile(file) && !word.equals(java.get(0))) {
        readable.add(file);
      }
    }
    List<String> probe = new ArrayList<>(java.subList(0, java.indexOf("-jar")));
    probe.add("-version");
    return new Workers(Sandbox.of(readable, probe).around(java), limits);
  }

  private static List<String> java(Limits limits) throws IOException {
    List<String> kernel = Launch.ofThisJar(Path.of("unused"));
    List<String> java = new ArrayList<>(kernel.subList(0, kernel.indexOf("-jar") + 2));
    java.addAll(
        1,
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-Xmx" + limits.heapMegabytes() + "m",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:ErrorFile=/dev/null",
            "-XX:-CreateCoredumpOnCrash"));
    java.add(Worker.NAME);
    return java;
  }

  /**
   * The outcome of running the parts of a submission.
   *
   * @param values by the place of a check; null where there is no such variable
   * @param problems by the place of a part that failed
   */
  record Ran(Map<Integer, JsonObject> values, Map<Integer, String> problems) {}

  /** Runs all of these. */
  Ran run(List<Part> parts) throws IOException, InterruptedException {
    Map<Integer, JsonObject> values = new HashMap<>();
    Map<Integer, String> problems = new HashMap<>();
    Set<Integer> left = new HashSet<>();
    long deadline = System.nanoTime() + limits.notebook().toNanos();
    for (int attempt = 1; ; attempt++) {
      Ended ended = WorkerProcess.run(command, work(parts, left), limits, deadline);
      ended.results().forEach((place, result) -> read(place, result, parts, values, problems));
      if (ended.why() == null) {
        return new Ran(values, problems);
      }
      boolean again = ended.lostAt() >= 0 && attempt < ATTEMPTS && System.nanoTime() < deadline;
      int lost = Math.max(0, ended.lostAt());
      problems.put(lost, ended.why());
      if (!again || !left.add(lost)) {
        if (ended.lostAt() < 0) {
          throw new IOException("its kernel was lost: " + ended.why());
        }
        return new Ran(values, problems);
      }
    }
  }

  private JsonObject work(List<Part> parts, Set<Integer> left) {
    JsonArray steps = new JsonArray();
    for (int place = 0; place < parts.size(); place++) {
      Part part = parts.get(place);
      if (left.contains(place) || part.is(Kind.BY_HAND)) {
        continue;
      }
      JsonObject step = new JsonObject();
      step.addProperty("place", place);
      step.addProperty("code", part.is(Kind.CHECK) ? "" : part.source());
      if (part.is(Kind.CHECK)) {
        JsonArray asks = new JsonArray();
        asks.add(part.slot().variable());
        step.add("asks", asks);
      }
      steps.add(step);
    }
    JsonObject work = new JsonObject();
    work.addProperty("limit", limits.cell().toMillis());
    work.add("steps", steps);
    return work;
  }

  private static void read(
      int place,
      JsonObject result,
      List<Part> parts,
      Map<Integer, JsonObject> values,
      Map<Integer, String> problems) {
    if (place < 0 || place >= parts.size()) {
      return;
    }
    if (result.get("problem") instanceof JsonPrimitive problem) {
      problems.put(place, problem.getAsString());
    }
    Part part = parts.get(place);
    if (part.is(Kind.CHECK)
        && result.get("answers") instanceof JsonObject answers
        && answers.get(part.slot().variable()) instanceof JsonObject value) {
      values.put(place, Handover.bounded(value));
    }
  }
}
