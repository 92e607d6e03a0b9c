package dev.nabla.notebooks.grade;

import dev.nabla.message.NablaException;
import dev.nabla.notebooks.model.NotebookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Part {@code i} of {@code n} of a class: every n-th student, in the order of the names. */
record Shard(int i, int n) {
  static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");
  private static final Pattern DONE = Pattern.compile("(\\d+)-of-(\\d+)");

  /** {@code 2/4}: the second of four parts. */
  static Shard of(String text) {
    Matcher parts = TEXT.matcher(text);
    if (parts.matches()) {
      Shard shard = new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
      if (shard.i >= 1 && shard.i <= shard.n) {
        return shard;
      }
    }
    throw new NablaException("--shard " + text + ": say 1/4 to 4/4 for four parts.");
  }

  <T> List<T> of(List<T> all) {
    return IntStream.range(0, all.size()).filter(k -> k % n == i - 1).mapToObj(all::get).toList();
  }

  boolean isWhole() {
    return n == 1;
  }

  /** Notes in the folder that this part is done. */
  void done(Path folder) throws IOException {
    NotebookFile.write(folder.resolve("shards").resolve(i + "-of-" + n), "");
  }

  /**
   * Makes sure that all parts are done.
   *
   * @throws NablaException if one is missing
   */
  static void requireAll(List<Path> folders) throws IOException {
    Set<Shard> done = new HashSet<>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder.resolve("shards"))) {
        try (Stream<Path> notes = Files.list(folder.resolve("shards"))) {
          notes
              .map(note -> DONE.matcher(note.getFileName().toString()))
              .filter(Matcher::matches)
              .forEach(note -> done.add(of(note.group(1) + "/" + note.group(2))));
        }
      }
    }
    Set<Integer> sizes = new HashSet<>();
    done.forEach(shard -> sizes.add(shard.n));
    if (sizes.size() > 1) {
      throw new NablaException("these are parts of different runs: " + sizes + " parts.");
    }
    List<String> missing = new ArrayList<>();
    for (int n : sizes) {
      IntStream.rangeClosed(1, n)
          .filter(i -> !done.contains(new Shard(i, n)))
          .forEach(i -> missing.add(i + "/" + n));
    }
    if (!missing.isEmpty()) {
      throw new NablaException(
          "not all parts are done. Missing: --shard " + String.join(", ", missing) + ".");
    }
  }
}
