package dev.nabla.notebooks.install;

import dev.nabla.message.NablaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Java that can run the kernel: at least 17, with module {@code jdk.jshell}.
 *
 * @param home the folder that has {@code bin/java}
 * @param version as its own modules tell it, such as {@code 25.0.3}
 */
public record Jdk(Path home, String version) {
  static final int OLDEST = 17;
  private static final String SHELL = "jdk.jshell@";

  /** The Java that runs this command. */
  static Jdk running() throws IOException, InterruptedException {
    return at(Path.of(System.getProperty("java.home")));
  }

  /**
   * The Java in the given folder, asked by running it.
   *
   * @throws NablaException if there is none, if it is too old or if it has no JShell
   */
  static Jdk at(Path folder) throws IOException, InterruptedException {
    // Kept as given, links and all: a link such as "current" is how people change their JDK.
    Path home = folder.toAbsolutePath().normalize();
    if (!Files.isExecutable(java(home))) {
      throw new NablaException(
          home + " has no bin/java. Give the folder of a JDK: --jdk /path/of/the/jdk.");
    }
    Run modules = Run.of(java(home).toString(), "--list-modules");
    String version =
        modules
            .output()
            .lines()
            .filter(module -> module.startsWith(SHELL))
            .map(module -> module.substring(SHELL.length()))
            .findFirst()
            .orElseThrow(() -> new NablaException(unfit(home, modules)));
    Jdk jdk = new Jdk(home, version);
    if (jdk.feature() < OLDEST) {
      throw new NablaException(
          home + " is Java " + version + ". Nabla needs a JDK of version 17 or newer.");
    }
    return jdk;
  }

  private static String unfit(Path home, Run modules) {
    return modules.succeeded()
        ? home + " is a Java without JShell, so it cannot run cells. Give a whole JDK with --jdk."
        : home + " does not run as a Java of version 17 or newer. Give another JDK with --jdk.";
  }

  /** The launcher, as an absolute path. */
  Path java() {
    return java(home);
  }

  /** 17, 25, ... */
  int feature() {
    return Runtime.Version.parse(version).feature();
  }

  private static Path java(Path home) {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return home.resolve("bin").resolve(windows ? "java.exe" : "java");
  }
}
