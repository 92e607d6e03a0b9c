package dev.nabla.notebooks.tool;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Who may read and write a file, where the system and the disk know of that. */
public final class Permissions {
  private Permissions() {}

  /** Sets them, such as {@code rw-r--r--}; a disk without permissions keeps its own. */
  public static void set(Path file, String permissions) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    try {
      view.setPermissions(PosixFilePermissions.fromString(permissions));
    } catch (FileSystemException notOnThisDisk) {
      // A stick with FAT, say: the file is there all the same.
    }
  }
}
