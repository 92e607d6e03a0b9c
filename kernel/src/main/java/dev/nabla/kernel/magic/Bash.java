package dev.nabla.kernel.magic;

import dev.nabla.kernel.shell.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the cell as a script of bash. */
final class Bash implements Magic {
  /** How long output may come after the end, from what the script left running. */
  private static final long LATE_MILLIS = 300;

  private static final long KILL_MILLIS = 500;

  @Override
  public String name() {
    return "bash";
  }

  @Override
  public Manual manual() {
    return new Manual("Runs the cell as a bash script and shows what it prints.", "%%bash")
        .details(
            "The script runs in the folder of the notebook, without input. An interrupt ends it"
                + " with all that it started. A status other than 0 is an error.")
        .example("%%bash\nls -l *.csv");
  }

  @Override
  public Outcome run(Invocation invocation) throws Exception {
    Path script = Files.createTempFile("nabla", ".sh");
    try {
      Files.writeString(script, invocation.body());
      Process process = start(invocation, script);
      int status = invocation.cell().waiting(() -> run(process));
      if (status != 0) {
        throw invocation.bad("the script ended with status " + status + ".");
      }
      return new Outcome.Nothing();
    } finally {
      Files.deleteIfExists(script);
    }
  }

  private static Process start(Invocation invocation, Path script) {
    try {
      Process process = new ProcessBuilder("bash", script.toString()).start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw invocation.bad("there is no bash on this machine (" + e.getMessage() + ").");
    }
  }

  private static int run(Process process) throws InterruptedException {
    List<Thread> pumps =
        List.of(
            pump(process.getInputStream(), System.out), pump(process.getErrorStream(), System.err));
    try {
      int status = process.waitFor();
      for (Thread each : pumps) {
        each.join(LATE_MILLIS);
      }
      return status;
    } catch (InterruptedException e) {
      kill(process);
      throw e;
    }
  }

  private static Thread pump(InputStream from, PrintStream to) {
    Thread thread =
        new Thread(
            () -> {
              char[] buffer = new char[8192];
              try (Reader reader = new InputStreamReader(from, StandardCharsets.UTF_8)) {
                for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                  to.print(String.valueOf(buffer, 0, n));
                  to.flush();
                }
              } catch (IOException e) {
                // The process was killed.
              }
            },
            "bash output");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Asks the script and all that it started to end, then makes them. */
  private static void kill(Process process) throws InterruptedException {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(KILL_MILLIS);
    while (all.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    all.forEach(each -> each.descendants().forEach(ProcessHandle::destroyForcibly));
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
