package dev.nabla.notebooks.grade;

import dev.nabla.message.NablaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a student's program may reach: with bubblewrap the system and Java to read, a small
 * temporary folder to write, processes of its own, and no network; neither the source nor other
 * submissions are there.
 *
 * @param prefix what comes before a command
 */
record Sandbox(List<String> prefix) {
  /** No protection: the program has all rights of the person who grades. */
  static final Sandbox NONE = new Sandbox(List.of());

  private static final String PROGRAM = "bwrap";
  private static final String TEMPORARY_BYTES = String.valueOf(32L << 20);
  private static final String OTHERWISE =
      " Without it a submission could read and delete your files. Install bubblewrap (apt install"
          + " bubblewrap), or say --no-sandbox if you trust them all.";

  /**
   * The sandbox, tried once.
   *
   * @param readable files and folders that the command needs beside the system
   * @param probe a command that must succeed in it
   * @throws NablaException if it cannot be had here
   */
  static Sandbox of(List<Path> readable, List<String> probe) {
    Sandbox sandbox = new Sandbox(prefix(readable));
    try {
      Process process =
          new ProcessBuilder(sandbox.around(probe))
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.PIPE)
              .start();
      process.getOutputStream().close();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new NablaException(
            "There is no sandbox: bwrap does not work here ("
                + said.lines().findFirst().orElse("it says nothing")
                + ")."
                + OTHERWISE);
      }
      return sandbox;
    } catch (IOException e) {
      throw new NablaException("There is no sandbox: bwrap is not installed." + OTHERWISE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NablaException("interrupted.");
    }
  }

  /** The command in this sandbox. */
  List<String> around(List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  boolean isReal() {
    return !prefix.isEmpty();
  }

  private static List<String> prefix(List<Path> readable) {
    List<String> words = new ArrayList<>(List.of(PROGRAM, "--unshare-all", "--die-with-parent"));
    words.addAll(List.of("--new-session", "--clearenv", "--hostname", "grading"));
    words.addAll(List.of("--setenv", "HOME", "/tmp", "--setenv", "PATH", "/usr/bin:/bin"));
    words.addAll(List.of("--setenv", "LANG", "C.UTF-8", "--setenv", "NABLA_HISTORY", "off"));
    words.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    // Before what is bound: the jar itself may lie below /tmp.
    words.addAll(List.of("--size", TEMPORARY_BYTES, "--tmpfs", "/tmp"));
    List<Path> bound = new ArrayList<>();
    for (String system : List.of("/usr", "/bin", "/sbin", "/lib", "/lib64", "/lib32")) {
      Path path = Path.of(system);
      if (Files.isSymbolicLink(path)) {
        words.addAll(List.of("--symlink", target(path), system));
      } else if (Files.exists(path)) {
        bound.add(path);
      }
    }
    bound.addAll(javaConfiguration());
    bound.addAll(readable);
    for (Path each : bound) {
      words.addAll(List.of("--ro-bind", each.toString(), each.toString()));
    }
    words.addAll(List.of("--chdir", "/tmp"));
    return words;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return link.toString();
    }
  }

  /** Debian keeps the configuration of Java beside other settings of the system. */
  private static List<Path> javaConfiguration() {
    List<Path> found = new ArrayList<>();
    Path conf = Path.of(System.getProperty("java.home"), "conf", "logging.properties");
    try {
      Path real = conf.toRealPath().getParent();
      if (real.startsWith("/etc")) {
        found.add(real);
      }
    } catch (IOException none) {
      // A Java without it starts all the same.
    }
    Path linker = Path.of("/etc/ld.so.cache");
    if (Files.exists(linker)) {
      found.add(linker);
    }
    return found;
  }
}
