package dev.nabla.kernel;

import dev.nabla.kernel.session.Session;
import dev.nabla.kernel.wire.Connection;
import java.nio.file.Path;
import java.util.Locale;

/** The kernel as a program. */
public final class Kernel {
  private Kernel() {}

  /** Runs a kernel for the given connection file until it is shut down, then ends the JVM. */
  public static void main(String connectionFile) throws Exception {
    Locale.setDefault(Locale.US);
    try (Session session = Session.open(Connection.read(Path.of(connectionFile)))) {
      session.awaitShutdown();
    }
    // Threads of cells may still run; they must not keep a kernel alive that was told to go.
    Runtime.getRuntime().halt(0);
  }
}
