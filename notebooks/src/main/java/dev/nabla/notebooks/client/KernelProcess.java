package dev.nabla.notebooks.client;

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

  private final ConnectionFile connectionFile;
  private final Path log;
  private final Process process;
  private final KernelClient client;

  private KernelProcess(
      ConnectionFile connectionFile, Path log, Process process, KernelClient client) {
    this.connectionFile = connectionFile;
    this.log = log;
    this.process = process;
    this.client = client;
  }

  /**
   * Starts a kernel and waits until it answers.
   *
   * @param patience how long one answer may take
   * @throws IOException if it does not answer; with what it printed
   */
  public static KernelProcess start(Command command, Duration patience) throws IOException {
    return start(command, null, patience);
  }

  /** The same, in a working directory; null for this process's own. */
  public static KernelProcess start(Command command, Path directory, Duration patience)
      throws IOException {
    ConnectionFile connectionFile = ConnectionFile.create();
    Path log = Files.createTempFile("nabla-kernel-", ".log");
    Process process = null;
    try {
      ProcessBuilder builder = new ProcessBuilder(command.with(connectionFile.path()));
      // The kernel ends when the process named here does.
      builder.environment().put("JPY_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
      // What the installer runs is none of the user's cells.
      builder.environment().put("NABLA_HISTORY", "off");
      builder.directory(directory == null ? null : directory.toFile());
      process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
      KernelClient client = KernelClient.connect(connectionFile.read(), patience, process::isAlive);
      return new KernelProcess(connectionFile, log, process, client);
    } catch (IOException e) {
      String printed = Files.readString(log).strip();
      end(process, log, connectionFile);
      throw printed.isEmpty() ? e : new IOException(e.getMessage() + "; it printed: " + printed, e);
    }
  }

  /** Asks it. */
  public KernelClient client() {
    return client;
  }

  /** What it printed to its own terminal; a good kernel prints nothing. */
  public String printed() throws IOException {
    return Files.readString(log);
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
    client.close();
    end(process, log, connectionFile);
  }

  private static void end(Process process, Path log, ConnectionFile connectionFile)
      throws IOException {
    if (process != null) {
      process.destroyForcibly();
    }
    Files.deleteIfExists(log);
    connectionFile.close();
  }
}
