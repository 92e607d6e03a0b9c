package dev.nabla.notebooks.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Installing over what is there, installing in vain, and taking away: nothing may be left behind.
 */
class UninstallIT {
  @TempDir private static Path temp;

  @Test
  void should_give_the_same_when_installed_twice_and_leave_nothing_when_taken_away()
      throws Exception {
    Path other = temp.resolve("twice");
    Files.createDirectories(other.resolve("share/of others"));
    List<Path> before = tree(other);
    Path kernel = other.resolve("share/jupyter/kernels/nabla");
    assertThat(Done.nabla(temp, "install", "--prefix", other.toString()).status()).isZero();
    List<Path> files = tree(other);
    String spec = Files.readString(kernel.resolve("kernel.json"));
    Files.setLastModifiedTime(kernel.resolve("nabla.jar"), FileTime.fromMillis(1_000_000));
    assertThat(StartupArchive.fits(new KernelFolder(kernel))).isFalse();

    Done again = Done.nabla(temp, "install", "--prefix", other.toString());

    assertThat(again.status()).isZero();
    assertThat(tree(other)).isEqualTo(files);
    assertThat(kernel.resolve("kernel.json")).hasContent(spec);
    assertThat(StartupArchive.fits(new KernelFolder(kernel))).isTrue();

    Done removed = Done.nabla(temp, "uninstall", "--prefix", other.toString());
    Done nothing = Done.nabla(temp, "uninstall", "--prefix", other.toString());

    assertThat(removed)
        .isEqualTo(
            new Done(
                0, "Removed %s\nRemoved %s\n".formatted(kernel, other.resolve("bin/nabla")), ""));
    assertThat(nothing)
        .isEqualTo(new Done(0, "Nothing to remove: there is no " + kernel + "\n", ""));
    assertThat(tree(other)).isEqualTo(before);
  }

  @Test
  void should_take_its_command_away_when_asked_by_that_command_and_replace_itself()
      throws Exception {
    Path other = temp.resolve("itself");
    assertThat(Done.nabla(temp, "install", "--prefix", other.toString()).status()).isZero();
    String nabla = other.resolve("bin/nabla").toString();
    byte[] script = Files.readAllBytes(Path.of(nabla));

    Done again = Done.of(temp, nabla, "install", "--prefix", other.toString());
    Done unknown = Done.of(temp, nabla, "install", "--here");

    assertThat(again.err()).isEmpty();
    assertThat(again.out()).contains("Start-up archive made\n");
    assertThat(Path.of(nabla)).hasBinaryContent(script);
    assertThat(unknown)
        .isEqualTo(new Done(2, "", "Unknown option: '--here'\nSee nabla install --help\n"));

    assertThat(Done.of(temp, nabla, "uninstall", "--prefix", other.toString()).status()).isZero();
    assertThat(other).doesNotExist();
  }

  @Test
  void should_leave_the_command_of_somebody_else_alone() throws Exception {
    Path other = temp.resolve("their command");
    Path taken = other.resolve("bin/nabla");
    Files.createDirectories(taken.getParent());
    Files.writeString(taken, "theirs");
    List<Path> before = tree(other);

    Done install = Done.nabla(temp, "install", "--prefix", other.toString());
    Done doctor = Done.nabla(temp, "doctor", "--prefix", other.toString());
    Done uninstall = Done.nabla(temp, "uninstall", "--prefix", other.toString());

    assertThat(install.status()).isZero();
    assertThat(install.out())
        .endsWith("No command nabla: " + taken + " is not Nabla's, so it stays\n");
    assertThat(doctor.out()).contains("note  it has no command " + taken + "; to make it: ");
    assertThat(uninstall.status()).isZero();
    assertThat(taken).hasContent("theirs");
    assertThat(tree(other)).isEqualTo(before);
  }

  @Test
  void should_leave_the_kernel_of_somebody_else_alone() throws Exception {
    Path theirs = temp.resolve("theirs");
    Path spec = theirs.resolve("share/jupyter/kernels/nabla/kernel.json");
    Files.createDirectories(spec.getParent());
    Files.writeString(spec, "{}");
    List<Path> before = tree(theirs);

    Done install = Done.nabla(temp, "install", "--prefix", theirs.toString());
    Done uninstall = Done.nabla(temp, "uninstall", "--prefix", theirs.toString());

    assertThat(install)
        .isEqualTo(
            new Done(
                1,
                "",
                spec.getParent()
                    + " is not Nabla's (no nabla.jar in it). Choose another name with --name.\n"));
    assertThat(uninstall)
        .isEqualTo(
            new Done(
                1, "", spec.getParent() + " is not Nabla's (no nabla.jar in it), so it stays.\n"));
    assertThat(tree(theirs)).isEqualTo(before);
    assertThat(spec).hasContent("{}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          install --prefix TEMP/file         | 1 | TEMP/file is a file, not a folder. Choose another folder with --prefix.
          install --prefix TEMP/new --jdk TEMP | 1 | TEMP has no bin/java. Give the folder of a JDK: --jdk /path/of/the/jdk.
          install --prefix TEMP/new --jdk TEMP/fake | 1 | TEMP/fake does not run as a Java of version 17 or newer. Give another JDK with --jdk.
          install --prefix TEMP/new/share    | 1 | --prefix TEMP/new/share: the kernel would go into TEMP/new/share/share/jupyter/kernels, where Jupyter does not look. Say --prefix TEMP/new.
          install --prefix TEMP/new --name a/b | 1 | --name "a/b": a kernel's name has only letters, digits and the signs . _ -
          install --prefix                   | 2 | Missing required parameter for option '--prefix' (DIR)
          install --here                     | 2 | Unknown option: '--here'
          install --user --prefix TEMP/new   | 2 | Error: --user, --prefix=DIR are mutually exclusive (specify only one)
          """)
  void should_refuse_in_one_sentence_and_leave_nothing_behind(
      String command, int status, String sentence) throws Exception {
    Path file = temp.resolve("file");
    Files.writeString(file, "in the way");
    Path fake = temp.resolve("fake/bin/java");
    Files.createDirectories(fake.getParent());
    Files.writeString(fake, "not a program");
    assertThat(fake.toFile().setExecutable(true)).isTrue();
    String here = temp.toString();

    Done refused = Done.nabla(temp, command.replace("TEMP", here).split(" "));

    String hint = status == 2 ? "See java -jar nabla.jar install --help\n" : "";
    assertThat(refused)
        .isEqualTo(new Done(status, "", sentence.replace("TEMP", here) + "\n" + hint));
    assertThat(temp.resolve("new")).doesNotExist();
    assertThat(file).hasContent("in the way");
  }

  @Test
  void should_leave_no_folder_behind_when_the_machine_refuses() throws Exception {
    Done refused =
        Done.nabla(
            temp, "install", "--prefix", temp.resolve("new").toString(), "--name", "n".repeat(300));

    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains("File name too long");
    assertThat(temp.resolve("new")).doesNotExist();
  }

  /** All files and folders. */
  private static List<Path> tree(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }
}
