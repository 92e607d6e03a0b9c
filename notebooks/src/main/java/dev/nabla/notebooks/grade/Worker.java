package dev.nabla.notebooks.grade;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.nabla.notebooks.sandbox.Programs;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * The process that runs one student's cells. It reads its work as JSON from standard input and
 * writes one line for every step; what it says is no more trusted than the student's program, which
 * might say it too: it knows no right answer.
 */
public final class Worker {
  /** The command that starts it. */
  public static final String NAME = "run-cells";

  private static final Gson GSON = new Gson();

  private Worker() {}

  /** Runs the cells, then ends the JVM whatever threads they have left behind. */
  public static void main() throws IOException, InterruptedException {
    Locale.setDefault(Locale.US);
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    JsonObject work =
        GSON.fromJson(
            new String(System.in.readAllBytes(), StandardCharsets.UTF_8), JsonObject.class);
    Duration limit = Duration.ofMillis(work.get("limit").getAsLong());
    Cells cells = new Cells(limit, () -> Runtime.getRuntime().halt(1));
    Programs programs = new Programs(ProcessHandle.current(), System.getenv(Programs.MARK));
    for (JsonElement each : work.getAsJsonArray("steps")) {
      JsonObject step = each.getAsJsonObject();
      out.println("{\"begins\":" + step.get("place") + "}");
      JsonObject result = run(cells, step);
      if (!step.get("code").getAsString().isBlank()) {
        // What a cell leaves running must not count against the next.
        programs.end();
      }
      out.println(GSON.toJson(result));
    }
    if (work.has("archive")) {
      // The JVM writes its start-up archive only where it ends in peace.
      cells.close();
      System.exit(0);
    }
    Runtime.getRuntime().halt(0);
  }

  private static JsonObject run(Cells cells, JsonObject step) {
    JsonObject result = new JsonObject();
    result.add("ends", step.get("place"));
    String problem = cells.run(step.get("code").getAsString());
    if (problem != null) {
      result.addProperty("problem", problem);
    }
    JsonObject answers = new JsonObject();
    for (JsonElement name : step.has("asks") ? step.getAsJsonArray("asks") : new JsonArray()) {
      answers.add(
          name.getAsString(),
          cells
              .variable(name.getAsString())
              .map(found -> (JsonElement) Handover.pack(found.value()))
              .orElse(JsonNull.INSTANCE));
    }
    result.add("answers", answers);
    return result;
  }
}
