package dev.nabla.kernel.magic;

import dev.nabla.kernel.shell.Running;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What was brought onto the class path of cells. */
public final class Libraries {
  private final Set<Path> paths = new LinkedHashSet<>();
  private final Map<String, String> versions = new LinkedHashMap<>();
  private final Consumer<Running> onNews;

  /**
   * @param onNews called when something was added, in the cell that adds it
   */
  public Libraries(Consumer<Running> onNews) {
    this.onNews = onNews;
  }

  /**
   * Adds jars and folders of classes.
   *
   * @return those that were not there before
   */
  List<Path> add(List<Path> more, Running cell) {
    List<Path> added = more.stream().filter(paths::add).toList();
    if (!added.isEmpty()) {
      cell.shell().addToClasspath(added);
      onNews.accept(cell);
    }
    return added;
  }

  /** All that was added, in that order. */
  List<Path> all() {
    return List.copyOf(paths);
  }

  /** The version of a library that is there, by {@code group:artifact}; or null. */
  String version(String library) {
    return versions.get(library);
  }

  void version(String library, String version) {
    versions.put(library, version);
  }
}
