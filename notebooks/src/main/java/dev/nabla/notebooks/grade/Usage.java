package dev.nabla.notebooks.grade;

import dev.nabla.notebooks.sandbox.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** What a process and all its children use, where the system tells (Linux). */
final class Usage {
  private static final long PAGE_BYTES = 4096;

  private Usage() {}

  /** Why a process has to be ended, or null. */
  static String excess(Programs programs, Limits limits) {
    Collection<ProcessHandle> all = programs.running();
    // Beside the program itself: the sandbox, which is two processes.
    if (all.size() > Limits.PROCESSES + 2) {
      return "it started more than " + Limits.PROCESSES + " programs";
    }
    long bytes =
        resident(programs.root().pid())
            + all.stream().mapToLong(each -> resident(each.pid())).sum();
    return bytes >> 20 > limits.megabytes()
        ? "it used more than " + limits.megabytes() + " MB of memory"
        : null;
  }

  private static long resident(long pid) {
    try {
      String statm = Files.readString(Path.of("/proc", String.valueOf(pid), "statm"));
      return Long.parseLong(statm.split(" ")[1]) * PAGE_BYTES;
    } catch (IOException | RuntimeException gone) {
      return 0;
    }
  }
}
