package dev.nabla.kernel;

import dev.nabla.kernel.session.Session;
import dev.nabla.kernel.wire.Connection;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The kernel as a program. */
public final class Kernel {
  private Kernel() {}

  /**
   * Runs a kernel until it is shut down, then ends the JVM.
   *
   * @param arguments options for the compiler of cells, if any, then the connection file
   */
  public static void main(String... arguments) throws Exception {
    Locale.setDefault(Locale.US);
    int last = arguments.length - 1;
    Connection connection = Connection.read(Path.of(arguments[last]));
    try (Session session = Session.open(connection, List.of(arguments).subList(0, last))) {
      session.awaitShutdown();
    }
    // Threads of cells may still run; they must not keep a kernel alive that was told to go.
    Runtime.getRuntime().halt(0);
  }
}
