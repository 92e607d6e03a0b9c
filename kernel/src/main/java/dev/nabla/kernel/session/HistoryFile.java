package dev.nabla.kernel.session;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import dev.nabla.kernel.session.History.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The history on disk: one line of JSON for each cell, the newest last. All kernels of a user write
 * to the same file, one at a time. Lines that cannot be read are passed over, a file that cannot be
 * written is left alone: a kernel works without.
 */
final class HistoryFile {
  /** Twice as much is cut to this: the oldest cells go. */
  static final int KEPT_BYTES = 2 << 20;

  /** Names another file; {@code off} for none. */
  static final String VARIABLE = "NABLA_HISTORY";

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final int TRIES = 20;
  private static final long TRY_MILLIS = 10;

  private final Path path;

  /**
   * @param path null for none
   */
  HistoryFile(Path path) {
    this.path = path;
  }

  /** The file of this user: among the state that programs keep, by the rules of XDG. */
  static HistoryFile ofUser(Map<String, String> environment) {
    String chosen = environment.getOrDefault(VARIABLE, "");
    try {
      if (chosen.equals("off")) {
        return new HistoryFile(null);
      }
      if (!chosen.isEmpty()) {
        return new HistoryFile(Path.of(chosen).toAbsolutePath());
      }
      String state = environment.getOrDefault("XDG_STATE_HOME", "");
      Path folder =
          state.isEmpty()
              ? Path.of(System.getProperty("user.home"), ".local", "state")
              : Path.of(state);
      return new HistoryFile(folder.resolve("nabla").resolve("history.jsonl").toAbsolutePath());
    } catch (InvalidPathException e) {
      return new HistoryFile(null);
    }
  }

  /** Where it is; empty for none. */
  Optional<Path> path() {
    return Optional.ofNullable(path);
  }

  /** What is there, oldest first; nothing where it cannot be read. */
  List<Entry> read() {
    if (path == null || !Files.isRegularFile(path)) {
      return List.of();
    }
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      return entries(end(file, 2 * KEPT_BYTES));
    } catch (IOException e) {
      return List.of();
    }
  }

  /**
   * Adds the first cell of a session and gives the session's number: one more than that of the last
   * one in the file, or {@code otherwise} where there is no file.
   */
  int begin(int otherwise, int line, String code) {
    return write(
        otherwise,
        file -> {
          List<Entry> entries = entries(end(file, 2 * KEPT_BYTES));
          int session = 1 + entries.stream().mapToInt(Entry::session).max().orElse(0);
          append(file, new Entry(session, line, code));
          return session;
        });
  }

  /** Adds a cell. */
  void add(Entry entry) {
    write(
        0,
        file -> {
          append(file, entry);
          return 0;
        });
  }

  private interface Change {
    int of(FileChannel file) throws IOException;
  }

  private int write(int otherwise, Change change) {
    if (path == null) {
      return otherwise;
    }
    try {
      Files.createDirectories(path.getParent());
      Set<StandardOpenOption> options =
          Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try (FileChannel file = FileChannel.open(path, options, forUserAlone());
          FileLock lock = lock(file)) {
        return lock == null ? otherwise : change.of(file);
      }
    } catch (IOException | UnsupportedOperationException e) {
      return otherwise;
    }
  }

  private static FileLock lock(FileChannel file) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      FileLock lock = file.tryLock();
      if (lock != null) {
        return lock;
      }
      try {
        Thread.sleep(TRY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
    return null;
  }

  private static void append(FileChannel file, Entry entry) throws IOException {
    if (file.size() > 2 * KEPT_BYTES) {
      String kept = end(file, KEPT_BYTES);
      file.truncate(0);
      put(file, kept);
    }
    boolean isCut = file.size() > 0 && !end(file, 1).equals("\n");
    put(file, (isCut ? "\n" : "") + GSON.toJson(entry) + "\n");
  }

  private static void put(FileChannel file, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    file.position(file.size());
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  /** At most so many bytes from the end of the file, from where a line begins. */
  private static String end(FileChannel file, int most) throws IOException {
    long from = Math.max(0, file.size() - most);
    ByteBuffer bytes = ByteBuffer.allocate((int) (file.size() - from));
    file.position(from);
    while (bytes.hasRemaining() && file.read(bytes) >= 0) {}
    String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    return from == 0 || most == 1 ? text : text.substring(text.indexOf('\n') + 1);
  }

  private static List<Entry> entries(String lines) {
    List<Entry> entries = new ArrayList<>();
    lines
        .lines()
        .forEach(
            line -> {
              try {
                Entry entry = GSON.fromJson(line, Entry.class);
                if (entry != null && entry.code() != null && isNumber(entry.session())) {
                  entries.add(entry);
                }
              } catch (JsonParseException e) {
                // Another program wrote it, or a full disk cut it.
              }
            });
    return entries;
  }

  private static boolean isNumber(int session) {
    return session > 0 && session < Integer.MAX_VALUE;
  }

  private static FileAttribute<?>[] forUserAlone() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
