package dev.nabla.notebooks.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The programs that a process has started, directly or not, and that still run. One whose parent
 * has ended is nobody's child any more; it is known by a mark in its environment (Linux).
 *
 * @param root the process itself, which is none of them
 * @param mark the value of {@link #MARK}; null where being a descendant tells all
 */
public record Programs(ProcessHandle root, String mark) {
  /** A variable of the environment, which programs inherit. */
  public static final String MARK = "NABLA_WORKER";

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long LOOK_MILLIS = 5;

  public Collection<ProcessHandle> running() {
    Set<ProcessHandle> running = new LinkedHashSet<>(root.descendants().toList());
    if (mark != null) {
      ProcessHandle.allProcesses()
          .filter(each -> each.pid() != root.pid() && isMarked(each.pid()))
          .forEach(running::add);
    }
    return running;
  }

  private boolean isMarked(long pid) {
    try {
      byte[] environment = Files.readAllBytes(Path.of("/proc", String.valueOf(pid), "environ"));
      String variable = MARK + "=" + mark + "\0";
      return ("\0" + new String(environment, StandardCharsets.ISO_8859_1))
          .contains("\0" + variable);
    } catch (IOException gone) {
      return false;
    }
  }

  /** Ends them; returns when they are gone, with those that they have started meanwhile. */
  public void end() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    for (Collection<ProcessHandle> all = running();
        !all.isEmpty() && System.nanoTime() < deadline;
        all = running()) {
      all.forEach(ProcessHandle::destroyForcibly);
      Thread.sleep(LOOK_MILLIS);
    }
  }
}
