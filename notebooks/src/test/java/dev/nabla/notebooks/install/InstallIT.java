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

/**
 * The finished jar, installed, started from there, looked at and taken away, all by its commands.
 */
class InstallIT {
  private static final Path JDK = Path.of(System.getProperty("java.home"));
  private static final boolean AOT = Runtime.version().feature() >= 25;
  private static final String ARCHIVE = AOT ? "nabla.aot" : "nabla.jsa";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

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
    installed = Done.nabla(temp, "install", "--prefix", prefix.toString());
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
    assertThat(Done.history(temp)).doesNotExist();
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
    Done doctor = Done.nabla(temp, "doctor", "--prefix", prefix.toString());

    assertThat(doctor.err()).isEmpty();
    assertThat(doctor.out())
        .contains("note  " + command + " is not on the PATH yet: export PATH=")
        .startsWith("ok    Nabla " + version() + " is in ")
        .contains(
            """
             is in %s
            ok    it runs on Java %s from %s
            ok    its start-up archive fits this Java and this jar
            ok    it answers: 1 + 1 is 2, after\
            """
                .formatted(folder, javaVersion(), JDK))
        .containsPattern("(ok   |note ) it multiplies large matrices by (OpenBLAS|itself)");
  }

  @Test
  void should_find_half_an_archive_and_say_how_to_make_it_whole() throws Exception {
    byte[] whole = Files.readAllBytes(archive);
    Files.delete(archive);
    Files.write(archive, Arrays.copyOf(whole, whole.length / 2));

    Done doctor = Done.nabla(temp, "doctor", "--prefix", prefix.toString());

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

    Done doctor = Done.nabla(temp, "doctor", "--prefix", empty.toString());

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

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static String version() throws Exception {
    return Done.nabla(temp, "--version").out().split("[ ,]")[1];
  }

  private static String javaVersion() {
    return System.getProperty("java.version");
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }
}
