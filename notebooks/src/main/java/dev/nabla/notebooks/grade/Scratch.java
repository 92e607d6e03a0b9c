package dev.nabla.notebooks.grade;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A temporary folder of one run. A run that was killed leaves its folder behind, but not the lock
 * in it: the next run sweeps it away.
 */
final class Scratch implements AutoCloseable {
  private static final String PREFIX = "nabla-grade-";
  private static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel lock;

  private Scratch(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  static Scratch open() throws IOException {
    return open(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** A new one among others, of which those that nobody owns go. */
  static Scratch open(Path all) throws IOException {
    try (DirectoryStream<Path> others = Files.newDirectoryStream(all, PREFIX + "*")) {
      for (Path each : others) {
        sweep(each);
      }
    }
    // It gets the name that is swept only when it is locked.
    Path unlocked = Files.createTempDirectory(all, "new-" + PREFIX);
    FileChannel lock =
        FileChannel.open(
            unlocked.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    lock.lock();
    if (Files.getFileStore(unlocked).supportsFileAttributeView("posix")) {
      // In the sandbox it is read by another user.
      Files.setPosixFilePermissions(unlocked, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    String name = unlocked.getFileName().toString().substring("new-".length());
    return new Scratch(Files.move(unlocked, all.resolve(name)), lock);
  }

  private static void sweep(Path folder) {
    try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
        FileLock owned = channel.tryLock()) {
      if (owned != null) {
        delete(folder);
      }
    } catch (IOException | OverlappingFileLockException notOurs) {
      // Somebody else's, or swept by another run.
    }
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path each : files) {
        Files.deleteIfExists(each);
      }
      Files.deleteIfExists(folder);
    } catch (NoSuchFileException gone) {
      // Another run was quicker.
    }
  }
}
