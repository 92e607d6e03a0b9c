package dev.nabla.notebooks.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The archive that makes a kernel start fast: the installed jar gives itself a first lesson, and
 * its JVM writes down what it loaded.
 */
final class StartupArchive {
  private StartupArchive() {}

  /**
   * Makes the archive of an installed kernel. It appears complete or not at all: a JVM may trust
   * what it maps.
   *
   * @throws IOException if the lesson failed; the kernel works without an archive
   */
  static void make(KernelFolder folder, Launch launch) throws IOException, InterruptedException {
    Path unfinished = folder.path().resolve("new-" + launch.archive());
    try {
      Run lesson = Run.of(launch.training(unfinished, folder.path()));
      if (!lesson.succeeded() || !Files.exists(unfinished)) {
        throw new IOException(
            "the training run ended with status "
                + lesson.status()
                + ". "
                + lesson.output().strip());
      }
      Files.move(
          unfinished,
          folder.path().resolve(launch.archive()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
