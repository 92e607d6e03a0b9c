package dev.nabla.notebooks.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nabla.notebooks.client.Answer;
import dev.nabla.notebooks.client.KernelProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The finished jar, installed, started from there, looked at and taken away, all by its commands.
 */
class InstallIT {
  private static final Path JDK = Path.of(System.getProperty("java.home"));
  private static final boolean AOT = Runtime.version().feature() >= 25;
  private static final String ARCHIVE = AOT ? "nabla.aot" : "nabla.jsa";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * What a command did; with one {@code out} for what it printed and one for what it said wrong.
   */
  private record Done(int status, String out, String err) {}

  @TempDir private static Path temp;

  /** One kernel for all tests, which leave it as it was. */
  private static Path prefix;

  private static Path folder;
  private static Path archive;
  private static Path command;
  private static Done installed;

  @BeforeAll
  static void install() throws Exception {
    prefix = temp.resolve("Zoë's prefix – Übung ∇");
    folder = prefix.resolve("share/jupyter/kernels/nabla");
    archive = folder.resolve(ARCHIVE);
    command = prefix.resolve("bin/nabla");
    installed = nabla("install", "--prefix", prefix.toString());
    Files.copy(archive, temp.resolve(ARCHIVE));
  }

  @AfterEach
  void mend() throws IOException {
    Files.copy(
        temp.resolve(ARCHIVE),
        archive,
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
  }

  @Test
  void should_say_what_it_installed_and_where() throws IOException {
    assertThat(installed.err()).isEmpty();
    assertThat(installed.status()).isZero();
    assertThat(history()).doesNotExist();
    assertThat(installed.out())
        .isEqualTo(
            """
            Runs on Java %s from %s
            Installed in %s
            Start-up archive made
            Command %s; not on the PATH yet: export PATH=%s:$PATH
            """
                .formatted(javaVersion(), JDK, folder, command, quoted(command.getParent())));
    assertThat(files(prefix))
        .containsExactlyInAnyOrder(
            "bin/nabla",
            "share/jupyter/kernels/nabla/kernel.json",
            "share/jupyter/kernels/nabla/logo-32x32.png",
            "share/jupyter/kernels/nabla/logo-64x64.png",
            "share/jupyter/kernels/nabla/nabla.jar",
            "share/jupyter/kernels/nabla/" + ARCHIVE);
    assertThat(folder.resolve("nabla.jar"))
        .hasSameBinaryContentAs(Path.of(System.getProperty("nabla.jar")));
  }

  @Test
  void should_tell_jupyter_how_to_start_it_on_this_jdk() throws IOException {
    JsonObject spec = spec();

    assertThat(argv(spec))
        .startsWith(JDK.resolve("bin/java").toString())
        .containsSubsequence(
            (AOT ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive,
            "-jar",
            folder.resolve("nabla.jar").toString(),
            "kernel",
            "{connection_file}");
    assertThat(spec.get("display_name").getAsString()).isEqualTo("Java (Nabla)");
    assertThat(spec.get("language").getAsString()).isEqualTo("java");
    assertThat(spec.get("interrupt_mode").getAsString()).isEqualTo("message");
    assertThat(spec.getAsJsonObject("metadata").get("jdk").getAsString()).isEqualTo(javaVersion());
  }

  @Test
  void should_answer_in_silence_when_started_as_jupyter_does() throws Exception {
    assertAnswers();
  }

  @Test
  void should_make_an_archive_that_the_machine_accepts() throws Exception {
    assertThat(StartupArchive.fits(new KernelFolder(folder))).isTrue();

    Files.delete(archive);

    assertThat(StartupArchive.fits(new KernelFolder(folder))).isFalse();
  }

  @Test
  void should_start_in_silence_with_an_archive_that_is_none() throws Exception {
    Files.delete(archive);
    Files.writeString(archive, "not an archive".repeat(1000));

    assertAnswers();
  }

  @Test
  void should_start_in_silence_with_an_archive_of_an_older_jar() throws Exception {
    Path jar = folder.resolve("nabla.jar");
    FileTime time = Files.getLastModifiedTime(jar);
    Files.setLastModifiedTime(jar, FileTime.fromMillis(time.toMillis() - 3_600_000));
    try {
      assertAnswers();
    } finally {
      Files.setLastModifiedTime(jar, time);
    }
  }

  @Test
  void should_find_nothing_wrong_with_a_good_installation() throws Exception {
    Done doctor = nabla("doctor", "--prefix", prefix.toString());

    assertThat(doctor.err()).isEmpty();
    assertThat(doctor.out())
        .startsWith(
            """
            ok    Nabla %s is in %s
            ok    it runs on Java %s from %s
            ok    its start-up archive fits this Java and this jar
            ok    it answers: 1 + 1 is 2, after\
            """
                .formatted(version(), folder, javaVersion(), JDK))
        .contains("note  " + command + " is not on the PATH yet: export PATH=");
  }

  @Test
  void should_find_half_an_archive_and_say_how_to_make_it_whole() throws Exception {
    byte[] whole = Files.readAllBytes(archive);
    Files.delete(archive);
    Files.write(archive, Arrays.copyOf(whole, whole.length / 2));

    Done doctor = nabla("doctor", "--prefix", prefix.toString());

    assertThat(doctor.status()).isEqualTo(1);
    assertThat(doctor.out())
        .contains(
            """
            wrong its start-up archive is damaged, or made for another Java or jar
                  to mend it: java -jar nabla.jar install --prefix %s
            """
                .formatted(quoted(prefix)));
  }

  @Test
  void should_find_no_kernel_where_there_is_none() throws Exception {
    Path empty = temp.resolve("empty");

    Done doctor = nabla("doctor", "--prefix", empty.toString());

    assertThat(doctor)
        .isEqualTo(
            new Done(
                1,
                """
                wrong there is no kernel in %1$s/share/jupyter/kernels/nabla
                      to mend it: java -jar nabla.jar install --prefix %1$s
                """
                    .formatted(empty),
                ""));
  }

  @Test
  void should_give_the_same_when_installed_twice_and_leave_nothing_when_taken_away()
      throws Exception {
    Path other = temp.resolve("twice");
    Files.createDirectories(other.resolve("share/of others"));
    List<Path> before = tree(other);
    Path kernel = other.resolve("share/jupyter/kernels/nabla");
    assertThat(nabla("install", "--prefix", other.toString()).status()).isZero();
    List<String> files = files(other);
    String spec = Files.readString(kernel.resolve("kernel.json"));
    Files.setLastModifiedTime(kernel.resolve("nabla.jar"), FileTime.fromMillis(1_000_000));
    assertThat(StartupArchive.fits(new KernelFolder(kernel))).isFalse();

    Done again = nabla("install", "--prefix", other.toString());

    assertThat(again.status()).isZero();
    assertThat(files(other)).isEqualTo(files);
    assertThat(kernel.resolve("kernel.json")).hasContent(spec);
    assertThat(StartupArchive.fits(new KernelFolder(kernel))).isTrue();

    Done removed = nabla("uninstall", "--prefix", other.toString());
    Done nothing = nabla("uninstall", "--prefix", other.toString());

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
    assertThat(nabla("install", "--prefix", other.toString()).status()).isZero();
    String nabla = other.resolve("bin/nabla").toString();
    byte[] script = Files.readAllBytes(Path.of(nabla));

    Done again = done(nabla, "install", "--prefix", other.toString());
    Done unknown = done(nabla, "install", "--here");

    assertThat(again.err()).isEmpty();
    assertThat(again.out()).contains("Start-up archive made\n");
    assertThat(Path.of(nabla)).hasBinaryContent(script);
    assertThat(unknown)
        .isEqualTo(new Done(2, "", "Unknown option: '--here'\nSee nabla install --help\n"));

    assertThat(done(nabla, "uninstall", "--prefix", other.toString()).status()).isZero();
    assertThat(other).doesNotExist();
  }

  @Test
  void should_leave_the_command_of_somebody_else_alone() throws Exception {
    Path other = temp.resolve("their command");
    Path taken = other.resolve("bin/nabla");
    Files.createDirectories(taken.getParent());
    Files.writeString(taken, "theirs");
    List<Path> before = tree(other);

    Done install = nabla("install", "--prefix", other.toString());
    Done doctor = nabla("doctor", "--prefix", other.toString());
    Done uninstall = nabla("uninstall", "--prefix", other.toString());

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

    Done install = nabla("install", "--prefix", theirs.toString());
    Done uninstall = nabla("uninstall", "--prefix", theirs.toString());

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
    assertThat(files(theirs)).containsExactly("share/jupyter/kernels/nabla/kernel.json");
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

    Done refused = nabla(command.replace("TEMP", here).split(" "));

    String hint = status == 2 ? "See java -jar nabla.jar install --help\n" : "";
    assertThat(refused)
        .isEqualTo(new Done(status, "", sentence.replace("TEMP", here) + "\n" + hint));
    assertThat(temp.resolve("new")).doesNotExist();
    assertThat(file).hasContent("in the way");
  }

  @Test
  void should_leave_no_folder_behind_when_the_machine_refuses() throws Exception {
    Done refused =
        nabla("install", "--prefix", temp.resolve("new").toString(), "--name", "n".repeat(300));

    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains("File name too long");
    assertThat(temp.resolve("new")).doesNotExist();
  }

  private static void assertAnswers() throws Exception {
    List<String> argv = argv(spec());
    try (KernelProcess kernel =
        KernelProcess.start(
            file ->
                argv.stream()
                    .map(word -> word.equals("{connection_file}") ? file.toString() : word)
                    .toList(),
            PATIENCE)) {
      Answer answer = kernel.client().execute("row(1, 2).mult(column(3, 4)).get(0, 0)");
      assertThat(answer.text()).as("of %s", answer).isEqualTo("11.0\n");
      assertThat(kernel.shutdown(PATIENCE)).isZero();
      assertThat(kernel.printed()).isEmpty();
    }
  }

  private static JsonObject spec() throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("kernel.json")))
        .getAsJsonObject();
  }

  private static List<String> argv(JsonObject spec) {
    List<String> argv = new ArrayList<>();
    spec.getAsJsonArray("argv").forEach(word -> argv.add(word.getAsString()));
    return argv;
  }

  private static Done nabla(String... arguments) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of(JDK.resolve("bin/java").toString(), "-jar", System.getProperty("nabla.jar")));
    words.addAll(List.of(arguments));
    return done(words.toArray(String[]::new));
  }

  private static Done done(String... command) throws Exception {
    Path out = Files.createTempFile(temp, "command", ".out");
    Path err = Files.createTempFile(temp, "command", ".err");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("NABLA_HISTORY", history().toString());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    int status = builder.start().waitFor();
    return new Done(status, Files.readString(out), Files.readString(err));
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** Where the user's cells would be kept; the installer has none. */
  private static Path history() {
    return temp.resolve("history.jsonl");
  }

  /** All files and folders. */
  private static List<Path> tree(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  private static String version() throws Exception {
    return nabla("--version").out().split("[ ,]")[1];
  }

  private static String javaVersion() {
    return System.getProperty("java.version");
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }
}
