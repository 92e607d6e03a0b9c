package dev.nabla.notebooks.install;

import dev.nabla.message.NablaException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code nabla} command: a small script in a folder of commands, which runs the installed jar
 * on the JDK of its kernel.
 *
 * @param path such as {@code ~/.local/bin/nabla}
 */
public record CommandFile(Path path) {
  /** Set in the JVM that the command starts, so that messages say {@code nabla} as the user did. */
  static final String PROPERTY = "nabla.command";

  private static final String SIGNATURE = "The nabla command, written by Nabla's installer.";

  private static final String POSIX =
      """
      #!/bin/sh
      # %1$s
      java=%2$s
      jar=%3$s
      if [ ! -x "$java" ]; then
        echo "nabla: $java is gone. Run ./install.sh in Nabla's folder again, with the JDK you have now." >&2
        exit 1
      fi
      # Java reads the names of files by the locale, and a plain machine's knows ASCII only.
      case "$(uname) ${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
        Linux*[Uu][Tt][Ff]*) ;;
        Linux*) export LC_ALL=C.UTF-8 ;;
      esac
      exec "$java" -D%4$s=nabla -jar "$jar" "$@"
      """;

  private static final String WINDOWS =
      """
      @echo off
      rem %1$s
      chcp 65001 >nul
      "%2$s" -D%4$s=nabla -jar "%3$s" %%*
      """;

  /** How the user called this program: {@code nabla}, or {@code java -jar nabla.jar}. */
  public static String spoken() {
    return System.getProperty(PROPERTY, "java -jar nabla.jar");
  }

  /**
   * Writes the command for an installed kernel, or replaces an earlier one.
   *
   * @throws NablaException if the file is somebody else's, which then stays as it is
   */
  void write(KernelFolder folder, Jdk jdk) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !isOurs()) {
      throw new NablaException(path + " is not Nabla's, so it stays");
    }
    Files.createDirectories(path.getParent());
    Files.deleteIfExists(path);
    Files.writeString(path, script(folder, jdk));
    if (!windows()) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** The command that a shell starts by this name: this one, another one or none. */
  Optional<Path> foundByName() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder).resolve(path.getFileName()).toAbsolutePath().normalize())
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What to type so that a shell finds it. */
  String putOnPath() {
    String bin = path.getParent().toString();
    return windows() ? "set PATH=" + bin + ";%PATH%" : "export PATH=" + Run.quoted(bin) + ":$PATH";
  }

  /** Whether it is there and runs the kernel of the given folder. */
  boolean runs(KernelFolder folder) throws IOException {
    return isOurs() && Files.readString(path).contains(word(folder.jar()));
  }

  /** Whether an installer of Nabla wrote it. */
  private boolean isOurs() throws IOException {
    try {
      return Files.isRegularFile(path) && Files.readString(path).contains(SIGNATURE);
    } catch (MalformedInputException e) {
      return false;
    }
  }

  private static String script(KernelFolder folder, Jdk jdk) {
    String script =
        (windows() ? WINDOWS : POSIX)
            .formatted(SIGNATURE, word(jdk.java()), word(folder.jar()), PROPERTY);
    return windows() ? script.replace("\n", "\r\n") : script;
  }

  /** As it stands in the script: a quoted word of a shell, or inside of Windows' quotes. */
  private static String word(Path file) {
    return windows() ? file.toString().replace("%", "%%") : Run.quoted(file.toString());
  }

  private static boolean windows() {
    return System.getProperty("os.name").startsWith("Windows");
  }
}
