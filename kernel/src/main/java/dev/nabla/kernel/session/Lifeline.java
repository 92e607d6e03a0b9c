package dev.nabla.kernel.session;

import java.util.Locale;
import java.util.Optional;

/** Ends a kernel whose front end has died: Jupyter names its own process in the environment. */
final class Lifeline {
  private static final String PARENT = "JPY_PARENT_PID";

  private Lifeline() {}

  /** Calls {@code end} when the process that started us is gone. */
  static void watch(Runnable end) {
    String pid = System.getenv(PARENT);
    boolean isHandle = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
    if (pid == null || isHandle || !pid.matches("\\d{1,10}") || Long.parseLong(pid) <= 1) {
      return;
    }
    Optional<ProcessHandle> parent = ProcessHandle.of(Long.parseLong(pid));
    if (parent.isPresent()) {
      parent.get().onExit().thenRun(end);
    } else {
      end.run();
    }
  }
}
