package dev.nabla.notebooks.tool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A temporary folder of one run. A run that was killed leaves its folder behind, but not the lock
 * in it: the next run sweeps it away.
 */
public final class Scratch implements AutoCloseable {
  private static final String LOCK = "lock";

  /** Those of this process: to look whether they are locked would unlock them. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel lock;

  private Scratch(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * A new one, for its owner alone.
   *
   * @param kind what it is for, such as {@code grade}
   */
  public static Scratch open(String kind) throws IOException {
    return open(Path.of(System.getProperty("java.io.tmpdir")), kind);
  }

  /** A new one among others, of which those of the same kind go that nobody owns. */
  static Scratch open(Path all, String kind) throws IOException {
    String prefix = "nabla-" + kind + "-";
    try (DirectoryStream<Path> others = Files.newDirectoryStream(all, prefix + "*")) {
      for (Path each : others) {
        if (!OWN.contains(each)) {
          sweep(each);
        }
      }
    }
    // It gets the name that is swept only when it is locked.
    Path unlocked = Files.createTempDirectory(all, "new-" + prefix);
    FileChannel lock =
        FileChannel.open(
            unlocked.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    lock.lock();
    Path folder = all.resolve(unlocked.getFileName().toString().substring("new-".length()));
    OWN.add(folder);
    return new Scratch(Files.move(unlocked, folder), lock);
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

  public Path file(String name) {
    return folder.resolve(name);
  }

  public Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      delete(folder);
    } finally {
      OWN.remove(folder);
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
