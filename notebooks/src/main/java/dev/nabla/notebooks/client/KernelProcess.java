package dev.nabla.notebooks.client;

import com.google.gson.JsonObject;
import dev.nabla.notebooks.tool.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A kernel in a process of its own, started with a given command as Jupyter starts it, and a client
 * of it.
 */
public final class KernelProcess implements AutoCloseable {

  /** The command that starts a kernel with a connection file. */
  public interface Command {
    List<String> with(Path connectionFile) throws IOException;
  }

  private static final String LOG = "kernel.log";

  private final Scratch scratch;
  private final Process process;
  private final KernelClient client;

  private KernelProcess(Scratch scratch, Process process, KernelClient client) {
    this.scratch = scratch;
    this.process = process;
    this.client = client;
  }

  /**
   * Starts a kernel and waits until it answers. If it does not, another one is started on other
   * ports, once: somebody may have taken a port meanwhile.
   *
   * @param patience how long one answer may take
   * @throws IOException if that does not answer either; with what it printed
   */
  public static KernelProcess start(Command command, Duration patience) throws IOException {
    return start(command, null, patience);
  }

  /** The same, in a working directory; null for this process's own. */
  public static KernelProcess start(Command command, Path directory, Duration patience)
      throws IOException {
    try {
      return startOnce(command, directory, patience);
    } catch (IOException noAnswer) {
      return startOnce(command, directory, patience);
    }
  }

  private static KernelProcess startOnce(Command command, Path directory, Duration patience)
      throws IOException {
    Scratch scratch = Scratch.open("kernel");
    Path log = Files.createFile(scratch.file(LOG));
    Process process = null;
    KernelClient client = null;
    try {
      ConnectionFile connectionFile = ConnectionFile.create(scratch.file("connection.json"));
      ProcessBuilder builder = new ProcessBuilder(command.with(connectionFile.path()));
      // The kernel ends when the process named here does.
      builder.environment().put("JPY_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
      // What the installer runs is none of the user's cells.
      builder.environment().put("NABLA_HISTORY", "off");
      builder.directory(directory == null ? null : directory.toFile());
      process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
      client = KernelClient.connect(connectionFile.read(), patience, process::isAlive);
      client.ask("kernel_info_request", new JsonObject());
      return new KernelProcess(scratch, process, client);
    } catch (IOException e) {
      String printed = Files.readString(log).strip();
      end(process, client, scratch);
      throw printed.isEmpty() ? e : new IOException(e.getMessage() + "; it printed: " + printed, e);
    }
  }

  /** Asks it. */
  public KernelClient client() {
    return client;
  }

  /** What it printed to its own terminal; a good kernel prints nothing. */
  public String printed() throws IOException {
    return Files.readString(scratch.file(LOG));
  }

  /** Asks it to end, waits for that, and tells its exit status. */
  public int shutdown(Duration patience) throws IOException, InterruptedException {
    client.shutdown();
    if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
      throw new IOException("the kernel did not end when asked to");
    }
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    end(process, client, scratch);
  }

  private static void end(Process process, KernelClient client, Scratch scratch)
      throws IOException {
    if (client != null) {
      client.close();
    }
    if (process != null) {
      process.destroyForcibly();
    }
    scratch.close();
  }
}
