package dev.nabla.kernel.magic;

import dev.nabla.kernel.shell.Outcome;
import dev.nabla.kernel.shell.Shell;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Adds jars to what cells see. */
final class Jars implements Magic {
  private final Libraries libraries;

  Jars(Libraries libraries) {
    this.libraries = libraries;
  }

  @Override
  public String name() {
    return "jars";
  }

  @Override
  public Manual manual() {
    return new Manual("Adds jars to what cells see.", "%jars JAR_OR_FOLDER ...")
        .details(
            "`*` stands for any part of a file name; a folder stands for all jars in it. Libraries"
                + " with what they need come with `%maven`.")
        .example("%jars lib/*.jar");
  }

  @Override
  public Outcome run(Invocation invocation) throws IOException {
    if (invocation.operands().isEmpty()) {
      throw invocation.bad("write which jars, such as %jars lib/*.jar");
    }
    List<Path> jars = new ArrayList<>();
    for (Word word : invocation.operands()) {
      jars.addAll(jars(invocation, word));
    }
    List<Path> added = libraries.add(jars, invocation.cell());
    String names = String.join(", ", added.stream().map(e -> e.getFileName().toString()).toList());
    invocation
        .cell()
        .note(added.isEmpty() ? "All of it is there already." : "Added " + names + ".");
    return new Outcome.Nothing();
  }

  private static List<Path> jars(Invocation invocation, Word word) throws IOException {
    int slash = word.text().lastIndexOf('/');
    boolean pattern = word.text().indexOf('*', slash) >= 0;
    Word place =
        pattern
            ? new Word(slash < 0 ? "." : word.text().substring(0, slash), word.from(), word.to())
            : word;
    Path path = FileNames.path(invocation, place);
    if (!Files.exists(path)) {
      throw invocation.bad(word, FileNames.missing(path));
    }
    if (!Files.isDirectory(path)) {
      return List.of(readable(invocation, word, path));
    }
    String glob = pattern ? word.text().substring(slash + 1) : "*.jar";
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path, glob)) {
      for (Path each : files) {
        found.add(readable(invocation, word, each));
      }
    }
    if (found.isEmpty()) {
      throw invocation.bad(word, "no file fits " + word.text() + ".");
    }
    found.sort(null);
    return found;
  }

  private static Path readable(Invocation invocation, Word word, Path jar) throws IOException {
    try {
      new ZipFile(jar.toFile()).close();
    } catch (ZipException e) {
      throw invocation.bad(word, jar.getFileName() + " is no jar.");
    }
    return jar.toAbsolutePath().normalize();
  }

  @Override
  public List<String> complete(String word, Shell shell) {
    return FileNames.complete(word, name -> name.endsWith(".jar"));
  }
}
