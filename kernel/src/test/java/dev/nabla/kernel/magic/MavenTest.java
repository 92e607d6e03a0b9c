package dev.nabla.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Libraries from repositories made for the purpose; no network is needed. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MavenTest {
  private static final String LOCAL = "maven.repo.local";

  @TempDir private Path folder;
  private Path repository;
  private String before;
  private Cells cells;

  @BeforeEach
  void open() throws IOException {
    before = System.getProperty(LOCAL);
    System.setProperty(LOCAL, folder.resolve("local").toString());
    repository = Files.createDirectory(folder.resolve("repository"));
    Jar.withClass("lib.Low", "public class Low { public static int five() { return 5; } }")
        .publish(repository, "test", "low", "1.0", "");
    Jar.withClass("lib.Low", "public class Low { public static int five() { return 6; } }")
        .publish(repository, "test", "low", "2.0", "");
    Jar.withClass("lib.High", "public class High { public static int six() { return 6; } }")
        .publish(repository, "test", "high", "1.0", "test:low:1.0");
    Jar.withClass("lib.Ejml", "public class Ejml {}")
        .publish(repository, "org.ejml", "ejml-core", "0.1", "");
    cells = new Cells();
  }

  @AfterEach
  void close() {
    cells.close();
    if (before == null) {
      System.clearProperty(LOCAL);
    } else {
      System.setProperty(LOCAL, before);
    }
  }

  private String maven(String arguments) {
    return cells
        .run("%maven --repo " + repository + " " + arguments)
        .replaceAll("1 kB|\\d+ kB", "k");
  }

  @Test
  void should_add_a_library_with_all_it_needs_to_the_running_shell() {
    cells.run("int kept = 1;");

    assertThat(maven("test:high:1.0"))
        .isEqualTo("Downloaded 4 files, k.\nAdded high 1.0, low 1.0.\n");
    assertThat(cells.run("lib.High.six() + lib.Low.five() + kept")).isEqualTo("12\n");
    assertThat(cells.run("import lib.*;\nvar low = new Low();\nlow.five()")).isEqualTo("5\n");
    assertThat(maven("test:high:1.0")).isEqualTo("Nothing new was added.\n");
  }

  @Test
  void should_take_several_at_once_and_leave_out_what_is_there() {
    assertThat(maven("test:low:2.0 test:high:1.0 org.ejml:ejml-core:0.1"))
        .isEqualTo(
            "Downloaded 7 files, k.\n"
                + "org.ejml:ejml-core is left out: EJML is part of Nabla.\n"
                + "Added low 2.0, high 1.0.\n");
    assertThat(cells.run("lib.Low.five()")).isEqualTo("6\n");
    assertThat(maven("test:low:1.0"))
        .endsWith(
            "test:low 2.0 is there already and stays. For 1.0 restart the kernel.\n"
                + "Nothing new was added.\n");
  }

  @Test
  void should_take_what_a_pom_file_needs_to_run() throws IOException {
    Path parent =
        Files.writeString(
            folder.resolve("parent.xml"),
            """
            <project><modelVersion>4.0.0</modelVersion>
            <groupId>mine</groupId><artifactId>parent</artifactId><version>1</version>
            <packaging>pom</packaging><properties><low>1.0</low></properties></project>
            """);
    Path pom =
        Files.writeString(
            folder.resolve("pom.xml"),
            """
            <project><modelVersion>4.0.0</modelVersion>
            <parent><groupId>mine</groupId><artifactId>parent</artifactId><version>1</version>
            <relativePath>%s</relativePath></parent><artifactId>app</artifactId>
            <dependencies>
              <dependency><groupId>test</groupId><artifactId>low</artifactId>
                <version>${low}</version></dependency>
              <dependency><groupId>test</groupId><artifactId>never</artifactId>
                <version>1</version><scope>test</scope></dependency>
            </dependencies></project>
            """
                .formatted(parent.getFileName()));

    assertThat(maven(pom.toString())).endsWith("Added low 1.0.\n");
    assertThat(cells.run("lib.Low.five()")).isEqualTo("5\n");
  }

  @Test
  void should_say_what_cannot_be_had() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.xml"), "<project><dep");

    assertThat(maven("--offline test:absent:1"))
        .startsWith(
            "Line 1: %maven: test:absent:1 is not here, and Maven is offline. Run it once with a"
                + " network and without --offline.\n");
    assertThat(cells.run("%maven --repo http://127.0.0.1:1/ --offline test:absent:1"))
        .contains(" is not here, and Maven is offline.");
    assertThat(maven(broken.toString()))
        .startsWith("Line 1: %maven: " + broken + " cannot be read. Non-readable POM ");
    assertThat(maven(folder.resolve("none.xml").toString()))
        .startsWith("Line 1: %maven: there is no none.xml in " + folder + ".\n");
  }

  @Test
  void should_take_offline_what_was_downloaded_before() {
    maven("test:low:1.0");
    cells.close();
    cells = new Cells();

    assertThat(cells.run("%maven --offline --repo " + repository + " test:low:1.0"))
        .isEqualTo("Added low 1.0.\n");
  }

  @Test
  void should_stop_a_download_when_interrupted() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.countDown();
          try {
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      CompletableFuture<String> cell =
          CompletableFuture.supplyAsync(
              () -> cells.run("int x = 1;\n%maven --repo " + url + " test:slow:1.0"));
      assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();

      cells.shell.interrupt();

      assertThat(cell.get(20, TimeUnit.SECONDS))
          .isEqualTo("Interrupted in line 2. All variables are kept.\n");
      assertThat(cells.run("x")).isEqualTo("1\n");
    } finally {
      over.countDown();
      server.stop(0);
    }
  }
}
