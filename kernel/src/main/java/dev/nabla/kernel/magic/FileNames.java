package dev.nabla.kernel.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Files as a user names them: from the folder of the notebook, with {@code ~} for home. */
final class FileNames {
  private FileNames() {}

  static Path path(Invocation invocation, Word word) {
    try {
      return path(word.text());
    } catch (InvalidPathException e) {
      throw invocation.bad(word, word.text() + " is not the name of a file.");
    }
  }

  private static Path path(String name) {
    return name.equals("~") || name.startsWith("~/")
        ? Path.of(System.getProperty("user.home"), name.substring(1))
        : Path.of(name);
  }

  /** What is missing, told with the folder in which it was looked for. */
  static String missing(Path path) {
    Path folder = path.toAbsolutePath().normalize().getParent();
    String where = folder == null ? "" : " in " + folder;
    return "there is no " + path.getFileName() + where + ".";
  }

  /** Names of folders, and of files that fit, which begin so. */
  static List<String> complete(String word, Predicate<String> fits) {
    int slash = word.lastIndexOf('/') + 1;
    String start = word.substring(0, slash);
    String name = word.substring(slash);
    try (Stream<Path> files = Files.list(path(start.isEmpty() ? "." : start))) {
      return files
          .filter(each -> each.getFileName().toString().startsWith(name))
          .filter(each -> name.startsWith(".") || !each.getFileName().toString().startsWith("."))
          .filter(each -> Files.isDirectory(each) || fits.test(each.getFileName().toString()))
          .map(each -> start + each.getFileName() + (Files.isDirectory(each) ? "/" : ""))
          .sorted()
          .toList();
    } catch (IOException | InvalidPathException e) {
      return List.of();
    }
  }
}
