package dev.nabla.notebooks.install;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The archive that makes a kernel start fast: the installed jar gives itself a first lesson, and
 * its JVM writes down what it loaded.
 */
final class StartupArchive {
  // Strict where a kernel is lenient; a JVM that dies of its archive leaves no report behind.
  private static final List<String> INSIST =
      List.of("-XX:+VerifySharedSpaces", "-XX:ErrorFile=/dev/null");

  private StartupArchive() {}

  /**
   * Makes the archive of an installed kernel. It appears complete or not at all, even if the power
   * fails: a JVM trusts what it maps, and one that maps half of it dies.
   *
   * @throws IOException if the lesson failed; the kernel works without an archive
   */
  static void make(KernelFolder folder, Launch launch) throws IOException, InterruptedException {
    Path unfinished = folder.path().resolve("new-" + launch.archive());
    // The cells of the lesson are none of the user's.
    Path history = folder.path().resolve("new-history.jsonl");
    try {
      Run lesson =
          Run.of(
              launch.training(unfinished, folder.path()),
              Map.of("NABLA_HISTORY", history.toString()));
      if (!lesson.succeeded() || !Files.exists(unfinished)) {
        throw new IOException(
            "the training run ended with status "
                + lesson.status()
                + ". "
                + lesson.output().strip());
      }
      try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.READ)) {
        written.force(true);
      }
      Files.move(
          unfinished,
          folder.path().resolve(launch.archive()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
      Files.deleteIfExists(history);
    }
  }

  /**
   * Whether the archive of an installed kernel is whole and made for its jar and JDK. The kernel
   * does not say: it starts without one that does not fit.
   */
  static boolean fits(KernelFolder folder) throws IOException, InterruptedException {
    List<String> kernel = folder.command(Path.of(""));
    boolean aot = kernel.stream().anyMatch(word -> word.startsWith("-XX:AOTCache="));
    List<String> command = new ArrayList<>(kernel.subList(0, kernel.indexOf("kernel")));
    command.addAll(1, INSIST);
    command.add(1, aot ? "-XX:AOTMode=on" : "-Xshare:on");
    command.add("--version");
    return Run.of(command).succeeded();
  }
}
