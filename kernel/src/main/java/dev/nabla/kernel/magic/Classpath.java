package dev.nabla.kernel.magic;

import dev.nabla.kernel.shell.Outcome;
import dev.nabla.kernel.shell.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Adds folders of classes, and lists what was added. */
final class Classpath implements Magic {
  private final Libraries libraries;

  Classpath(Libraries libraries) {
    this.libraries = libraries;
  }

  @Override
  public String name() {
    return "classpath";
  }

  @Override
  public Manual manual() {
    return new Manual(
            "Adds folders of compiled classes, or lists what was added.",
            "%classpath FOLDER ...",
            "%classpath")
        .details("Jars come with `%jars` or `%maven`.")
        .example("%classpath target/classes");
  }

  @Override
  public Outcome run(Invocation invocation) {
    List<Path> folders = new ArrayList<>();
    for (Word word : invocation.operands()) {
      Path path = FileNames.path(invocation, word);
      if (!Files.exists(path)) {
        throw invocation.bad(word, FileNames.missing(path));
      }
      if (!Files.isDirectory(path)) {
        throw invocation.bad(word, word.text() + " is no folder. A jar comes with %jars.");
      }
      folders.add(path.toAbsolutePath().normalize());
    }
    libraries.add(folders, invocation.cell());
    if (folders.isEmpty()) {
      libraries.all().forEach(each -> invocation.cell().note(each.toString()));
    }
    return new Outcome.Nothing();
  }

  @Override
  public List<String> complete(String word, Shell shell) {
    return FileNames.complete(word, name -> false);
  }
}
