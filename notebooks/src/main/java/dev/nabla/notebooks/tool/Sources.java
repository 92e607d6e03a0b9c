package dev.nabla.notebooks.tool;

import dev.nabla.message.NablaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files a command is given; a folder stands for the notebooks in it. */
public final class Sources {
  private Sources() {}

  /**
   * The notebooks and scripts among these.
   *
   * @throws NablaException if a folder has no notebook
   */
  public static List<Path> of(List<Path> given) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path each : given) {
      if (Files.isDirectory(each)) {
        try (Stream<Path> inside = Files.list(each)) {
          List<Path> notebooks =
              inside.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
          if (notebooks.isEmpty()) {
            throw new NablaException(each + ": there is no notebook in this folder.");
          }
          files.addAll(notebooks);
        }
      } else {
        files.add(each);
      }
    }
    return files;
  }

  /**
   * Where what is made of a notebook goes.
   *
   * @throws NablaException if that is the notebook itself
   */
  public static Path elsewhere(Path folder, Path file) throws IOException {
    Path made = folder.resolve(notebookName(file));
    if (Files.exists(made) && Files.isSameFile(made, file)) {
      throw new NablaException("this would overwrite the source. Choose another folder with -o.");
    }
    return made;
  }

  /** The name of a file, with the ending {@code .ipynb}. */
  public static String notebookName(Path file) {
    return stem(file) + ".ipynb";
  }

  /** The name of a file without its ending. */
  public static String stem(Path file) {
    return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
  }
}
