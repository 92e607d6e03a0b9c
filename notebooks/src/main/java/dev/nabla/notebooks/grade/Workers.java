package dev.nabla.notebooks.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.nabla.message.NablaException;
import dev.nabla.notebooks.grade.Restored.Part;
import dev.nabla.notebooks.grade.Sheet.Kind;
import dev.nabla.notebooks.grade.WorkerProcess.Ended;
import dev.nabla.notebooks.install.Launch;
import dev.nabla.notebooks.sandbox.Sandbox;
import dev.nabla.notebooks.tool.Permissions;
import dev.nabla.notebooks.tool.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs the cells of submissions, each in a fresh process. */
final class Workers implements AutoCloseable {
  /** A cell that ends its process is left out, and the rest runs once more: so often. */
  private static final int ATTEMPTS = 4;

  /** From so many processes on, a start-up archive of their own is worth its making. */
  private static final int MANY = 8;

  private static final String ARCHIVE = "-XX:(AOTCache|SharedArchiveFile)";

  private final List<String> java;
  private final Sandbox sandbox;
  private final Limits limits;
  private final Scratch scratch;
  private final AtomicInteger runs = new AtomicInteger();
  private volatile List<String> fastest;

  private Workers(List<String> java, Sandbox sandbox, Limits limits, Scratch scratch) {
    this.java = java;
    this.sandbox = sandbox;
    this.limits = limits;
    this.scratch = scratch;
    this.fastest = java;
  }

  /** Workers of the very jar and JDK that run now. */
  static Workers of(Limits limits, boolean sandboxed) throws IOException {
    List<String> java = java(limits);
    Scratch scratch = Scratch.open("grade");
    // In the sandbox it is read by another user.
    Permissions.set(scratch.folder(), "rwxr-xr-x");
    try {
      Sandbox sandbox = sandboxed ? sandbox(java, scratch) : Sandbox.NONE;
      return new Workers(java, sandbox, limits, scratch);
    } catch (NablaException none) {
      scratch.close();
      throw none;
    }
  }

  private static Sandbox sandbox(List<String> java, Scratch scratch) {
    List<Path> readable = new ArrayList<>();
    readable.add(Path.of(System.getProperty("java.home")));
    readable.add(scratch.folder());
    readable.add(Path.of(java.get(java.indexOf("-jar") + 1)));
    Path installed = installedArchive(java);
    if (Files.exists(installed)) {
      readable.add(installed);
    }
    return Sandbox.of(readable, java, "{\"limit\":1000,\"steps\":[]}");
  }

  private static List<String> java(Limits limits) throws IOException {
    List<String> kernel = Launch.ofThisJar(Path.of("unused"));
    List<String> java = new ArrayList<>(kernel.subList(0, kernel.indexOf("-jar") + 2));
    java.addAll(
        1,
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-Xmx" + limits.heapMegabytes() + "m",
            // Few notebooks ever need a collection of more than what is young.
            "-Xms" + limits.heapMegabytes() / 2 + "m",
            "-Xmn" + limits.heapMegabytes() / 4 + "m",
            "-XX:MaxDirectMemorySize=16m",
            // Why it does not start is no answer.
            "-XX:+DisplayVMOutputToStderr",
            "-XX:ErrorFile=/dev/null",
            "-XX:-CreateCoredumpOnCrash"));
    java.add(Worker.NAME);
    return java;
  }

  private static String archiveFlag(List<String> java) {
    return java.stream().filter(word -> word.matches(ARCHIVE + "=.*")).findFirst().orElseThrow();
  }

  private static Path installedArchive(List<String> java) {
    String flag = archiveFlag(java);
    return Path.of(flag.substring(flag.indexOf('=') + 1));
  }

  /** Makes an archive of what a sheet needs, unless the installation has one. */
  private void makeArchive(List<Part> given) throws IOException, InterruptedException {
    String flag = archiveFlag(java);
    if (Files.exists(installedArchive(java))) {
      return;
    }
    boolean aot = flag.startsWith("-XX:AOTCache");
    Path archive = scratch.file("worker");
    List<String> making = new ArrayList<>(java);
    String make = aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
    making.set(java.indexOf(flag), make + archive);
    JsonObject work = work(given, Set.of());
    work.addProperty("archive", true);
    long deadline = System.nanoTime() + limits.notebook().toNanos();
    Ended ended = WorkerProcess.run(Sandbox.NONE, making, work, limits, deadline);
    // A JVM trusts what it maps; one that maps half an archive dies.
    if (ended.why() == null && Files.exists(archive)) {
      List<String> faster = new ArrayList<>(java);
      faster.set(java.indexOf(flag), flag.substring(0, flag.indexOf('=') + 1) + archive);
      fastest = faster;
    }
  }

  @Override
  public void close() throws IOException {
    scratch.close();
  }

  /**
   * The outcome of running the parts of a submission.
   *
   * @param values by the place of a check; null where there is no such variable
   * @param problems by the place of a part that failed
   */
  record Ran(Map<Integer, JsonObject> values, Map<Integer, String> problems) {}

  /**
   * Runs the parts of a submission.
   *
   * @param given what every student was given, for an archive of it
   */
  Ran run(List<Part> parts, List<Part> given) throws IOException, InterruptedException {
    if (runs.incrementAndGet() == MANY) {
      makeArchive(given);
    }
    Map<Integer, JsonObject> values = new HashMap<>();
    Map<Integer, String> problems = new HashMap<>();
    Set<Integer> left = new HashSet<>();
    long deadline = System.nanoTime() + limits.notebook().toNanos();
    for (int attempt = 1; ; attempt++) {
      Ended ended = WorkerProcess.run(sandbox, fastest, work(parts, left), limits, deadline);
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
