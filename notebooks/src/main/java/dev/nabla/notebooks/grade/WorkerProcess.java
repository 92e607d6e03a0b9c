package dev.nabla.notebooks.grade;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.nabla.notebooks.sandbox.Programs;
import dev.nabla.notebooks.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Runs steps in a process of their own, and ends it when it uses more than it may. */
final class WorkerProcess {
  private static final long LOOK_MILLIS = 100;
  private static final int LONGEST_COMPLAINT = 2_000;

  private final Limits limits;
  private final Map<Integer, JsonObject> results = new HashMap<>();
  private final StringBuilder complaint = new StringBuilder();
  private volatile int begun = -1;
  private int lostAt = -1;
  private volatile boolean talkative;
  private boolean over;

  private WorkerProcess(Limits limits) {
    this.limits = limits;
  }

  /**
   * How it went.
   *
   * @param results by the place of the step; some are missing where the process was lost
   * @param lostAt the step that ran when the process was lost; -1 if none had begun
   * @param why in the words of a report; null if all steps ran
   */
  record Ended(Map<Integer, JsonObject> results, int lostAt, String why) {}

  /**
   * Runs the work.
   *
   * @param command that starts a worker
   * @param deadline in the time of {@link System#nanoTime}
   */
  static Ended run(
      Sandbox sandbox, List<String> command, JsonObject work, Limits limits, long deadline)
      throws IOException, InterruptedException {
    return new WorkerProcess(limits).run(sandbox, command, work, deadline);
  }

  private Ended run(Sandbox sandbox, List<String> command, JsonObject work, long deadline)
      throws IOException, InterruptedException {
    String mark = UUID.randomUUID().toString();
    Process process = sandbox.around(command, mark).start();
    Programs programs = sandbox.programs(process, mark);
    Thread listening = thread(() -> listen(process.getInputStream()));
    Thread draining = thread(() -> drain(process.getErrorStream()));
    String why;
    try {
      Thread telling = thread(() -> tell(process.getOutputStream(), work));
      why = watch(process, programs, deadline);
      telling.join(1_000);
    } finally {
      Collection<ProcessHandle> all = programs.running();
      // With it the sandbox ends, and all that is in it.
      process.destroyForcibly();
      all.forEach(ProcessHandle::destroyForcibly);
      programs.end();
    }
    listening.join(5_000);
    draining.join(1_000);
    synchronized (results) {
      over = true;
      if (why == null && results.size() < work.getAsJsonArray("steps").size()) {
        why = begun < 0 ? "it did not start" + said() : "it ended the kernel";
      }
      return new Ended(new HashMap<>(results), lostAt < 0 ? begun : lostAt, why);
    }
  }

  private String said() {
    synchronized (complaint) {
      return complaint.isEmpty()
          ? ""
          : ": " + complaint.toString().strip().replaceAll("\\s*\\R\\s*", "; ");
    }
  }

  private String watch(Process process, Programs programs, long deadline)
      throws InterruptedException {
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      if (System.nanoTime() - deadline > 0) {
        return "it took longer than " + limits.notebook().toSeconds() + " s in all";
      }
      if (talkative) {
        return "it wrote more than " + (Limits.CHARS >> 20) + " MB to its terminal";
      }
      int step = begun;
      String excess = Usage.excess(programs, limits);
      // Another step may have begun during the look, and must not pay for the one before.
      if (excess != null && begun == step) {
        lostAt = step;
        return excess;
      }
    }
    return null;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "nabla-worker");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void tell(OutputStream stdin, JsonObject work) {
    try (stdin) {
      stdin.write(new Gson().toJson(work).getBytes(StandardCharsets.UTF_8));
    } catch (IOException ended) {
      // It has ended, which is noticed elsewhere.
    }
  }

  /** Lines that no worker writes are a program's noise. */
  private void listen(InputStream stdout) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stdout, StandardCharsets.UTF_8))) {
      StringBuilder line = new StringBuilder();
      long heard = 0;
      for (int c = lines.read(); c >= 0; c = lines.read()) {
        talkative |= ++heard > Limits.CHARS;
        if (talkative) {
          line.setLength(0);
        } else if (c == '\n') {
          hear(line.toString());
          line.setLength(0);
        } else {
          line.append((char) c);
        }
      }
    } catch (IOException ended) {
      // So it has nothing more to say.
    }
  }

  private void hear(String line) {
    try {
      JsonObject said = new Gson().fromJson(line, JsonObject.class);
      synchronized (results) {
        if (said != null && said.has("begins") && !over) {
          // Steps run in their order; a program that says otherwise is noise.
          begun = Math.max(begun, said.get("begins").getAsInt());
        } else if (said != null && said.has("ends") && said.has("answers") && !over) {
          results.put(said.get("ends").getAsInt(), said);
        }
      }
    } catch (JsonParseException | NumberFormatException | IllegalStateException noise) {
      // A program may print what it likes.
    }
  }

  private void drain(InputStream stderr) {
    try (Reader reader = new InputStreamReader(stderr, StandardCharsets.UTF_8)) {
      char[] piece = new char[4096];
      for (int length = reader.read(piece); length >= 0; length = reader.read(piece)) {
        synchronized (complaint) {
          int room = LONGEST_COMPLAINT - complaint.length();
          complaint.append(piece, 0, Math.max(0, Math.min(room, length)));
        }
      }
    } catch (IOException ended) {
      // So it has nothing more to say.
    }
  }
}
