package dev.nabla.notebooks.sandbox;

import dev.nabla.message.NablaException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a student's program may reach: with bubblewrap the system and Java to read, a small
 * temporary folder to write, processes of its own, and no network; neither the source nor other
 * submissions are there.
 *
 * @param prefix what comes before a command
 */
public record Sandbox(List<String> prefix) {
  /** No protection: the program has all rights of the person who grades. */
  public static final Sandbox NONE = new Sandbox(List.of());

  private static final String PROGRAM = "bwrap";
  private static final String TEMPORARY_BYTES = String.valueOf(32L << 20);

  /** Programs and threads together: a program that only multiplies itself ends there. */
  private static final String TASKS = "--nproc=256";

  /** Each gets a user of its own, so that one cannot use up the tasks of another. */
  private static final int FIRST_USER = 60_000;

  private static final int USERS = 5_000;

  private static final AtomicInteger STARTED = new AtomicInteger();

  private static final String MISSING = "bwrap is not installed";

  /**
   * The sandbox, tried once.
   *
   * @param readable files and folders that the command needs beside the system
   * @param probe a command that must succeed in it
   * @param input what it reads
   * @throws NablaException if it cannot be had here
   */
  public static Sandbox of(List<Path> readable, List<String> probe, String input) {
    Sandbox sandbox = new Sandbox(prefix(readable));
    Optional<String> problem = sandbox.problem(probe, input);
    if (problem.isPresent()) {
      throw new NablaException(
          "There is no sandbox: "
              + problem.get()
              + ". Without it a submission could read and delete your files. "
              + (problem.get().equals(MISSING)
                  ? "Install bubblewrap (sudo apt install bubblewrap)"
                  : "Grade where bubblewrap is permitted, rather than in a container")
              + ", or say --no-sandbox if you trust them all.");
    }
    return sandbox;
  }

  /** Why there can be no sandbox here; empty where there can. */
  public static Optional<String> problem() {
    return new Sandbox(prefix(List.of())).problem(List.of("true"), "");
  }

  private Optional<String> problem(List<String> probe, String input) {
    try {
      Process process = around(probe, "probe").redirectErrorStream(true).start();
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException ended) {
        // It has ended without reading, and says why.
      }
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0
          ? Optional.empty()
          : Optional.of(
              "bwrap does not work here ("
                  + said.lines()
                      .findFirst()
                      .orElse("it says nothing")
                      .replaceFirst("\\. See <.*", "")
                  + ")");
    } catch (IOException e) {
      return Optional.of(MISSING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NablaException("interrupted.");
    }
  }

  /**
   * The command in this sandbox.
   *
   * @param mark of its {@link Programs}
   */
  public ProcessBuilder around(List<String> command, String mark) {
    List<String> all = new ArrayList<>(prefix);
    if (!prefix.isEmpty()) {
      all.addAll(List.of("--setenv", Programs.MARK, mark));
      if (isRoot()) {
        String user = String.valueOf(FIRST_USER + STARTED.getAndIncrement() % USERS);
        all.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
        all.add("--inh-caps=-all");
      }
      if (isRoot() || countsTasksOfNamespaces()) {
        all.addAll(List.of("prlimit", TASKS));
      }
    }
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all);
    if (prefix.isEmpty()) {
      // Never on bubblewrap itself, which is none of a student's programs.
      builder.environment().put(Programs.MARK, mark);
    }
    return builder;
  }

  /** What a process in this sandbox has started; where it ends, the namespace ends with it. */
  public Programs programs(Process process, String mark) {
    return new Programs(process.toHandle(), prefix.isEmpty() ? mark : null);
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException notLinux) {
      return false;
    }
  }

  /** Before 5.14 Linux counts all tasks of the person who grades, whatever these are. */
  private static boolean countsTasksOfNamespaces() {
    Matcher version =
        Pattern.compile("(\\d+)\\.(\\d+).*").matcher(System.getProperty("os.version"));
    return version.matches()
        && Integer.parseInt(version.group(1)) * 1000 + Integer.parseInt(version.group(2)) >= 5014;
  }

  private static List<String> prefix(List<Path> readable) {
    List<String> words = new ArrayList<>(List.of(PROGRAM, "--die-with-parent"));
    if (isRoot()) {
      // Root becomes somebody else inside, which a namespace of users would not let it.
      words.addAll(List.of("--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"));
      words.addAll(List.of("--unshare-cgroup-try", "--cap-drop", "ALL"));
      words.addAll(List.of("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"));
    } else {
      words.addAll(List.of("--unshare-all", "--cap-drop", "ALL"));
    }
    words.addAll(List.of("--new-session", "--clearenv", "--hostname", "grading"));
    words.addAll(List.of("--setenv", "HOME", "/tmp", "--setenv", "PATH", "/usr/bin:/bin"));
    words.addAll(List.of("--setenv", "LANG", "C.UTF-8", "--setenv", "NABLA_HISTORY", "off"));
    words.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    // Before what is bound: the jar itself may lie below /tmp.
    words.addAll(List.of("--perms", "1777", "--size", TEMPORARY_BYTES, "--tmpfs", "/tmp"));
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
      words.addAll(folders(each));
      words.addAll(List.of("--ro-bind", each.toString(), each.toString()));
    }
    words.addAll(List.of("--chdir", "/tmp"));
    return words;
  }

  /** Folders on the way to what is bound, which bubblewrap would make for root alone. */
  private static List<String> folders(Path bound) {
    List<String> words = new ArrayList<>();
    for (int i = 1; i < bound.getNameCount(); i++) {
      String folder = "/" + bound.subpath(0, i);
      if (!folder.equals("/tmp") && !folder.startsWith("/usr")) {
        words.addAll(List.of("--perms", "0755", "--dir", folder));
      }
    }
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
