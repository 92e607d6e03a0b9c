package dev.nabla.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Repositories that fail, each in its own way: one sentence, after a bounded time. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MavenFailureTest {
  private static final String REQUEST_TIMEOUT = "aether.connector.requestTimeout";
  private static final String USER_HOME = System.getProperty("user.home");
  private static Cells cells;

  @TempDir private Path home;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  @BeforeAll
  static void start() {
    cells = new Cells();
  }

  @AfterAll
  static void stop() {
    cells.close();
  }

  @BeforeEach
  void open() throws IOException {
    System.setProperty("user.home", home.toString());
    Files.createDirectory(home.resolve(".m2"));
  }

  @AfterEach
  void close() throws Exception {
    System.setProperty("user.home", USER_HOME);
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  @Test
  void should_say_that_a_machine_is_unknown() throws IOException {
    mirror("http://no.such.machine.invalid/");

    assertThat(maven("a:b:1"))
        .isEqualTo(
            "a:b:1 cannot be downloaded: ours (http://no.such.machine.invalid/) cannot be found. Is"
                + " there a network?");
  }

  @Test
  void should_say_that_nobody_is_there() throws IOException {
    mirror("http://127.0.0.1:1/");

    assertThat(maven("a:b:1"))
        .isEqualTo(
            "a:b:1 cannot be downloaded: ours (http://127.0.0.1:1/) cannot be reached (Connection"
                + " refused). Is there a network?");
  }

  @Test
  void should_not_wait_long_for_a_connection() throws IOException {
    ServerSocket full = keep(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    boolean isFull = false;
    while (!isFull) {
      Socket waiting = keep(new Socket());
      try {
        waiting.connect(full.getLocalSocketAddress(), 300);
      } catch (SocketTimeoutException e) {
        isFull = true;
      }
    }
    String url = "http://127.0.0.1:" + full.getLocalPort() + "/";
    mirror(url);

    assertThat(maven("a:b:1"))
        .isEqualTo(
            "a:b:1 cannot be downloaded: ours (" + url + ") does not answer. Is there a network?");
  }

  @Test
  void should_wait_for_an_answer_as_long_as_the_user_says() throws IOException {
    ServerSocket deaf = keep(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    String url = "http://127.0.0.1:" + deaf.getLocalPort() + "/";
    mirror(url);
    System.setProperty(REQUEST_TIMEOUT, "300");
    open.push(() -> System.clearProperty(REQUEST_TIMEOUT));

    assertThat(maven("a:b:1"))
        .isEqualTo(
            "a:b:1 cannot be downloaded: ours (" + url + ") does not answer. Is there a network?");
  }

  @Test
  void should_say_that_a_repository_breaks_off() throws IOException {
    String url =
        serve(
            exchange -> {
              exchange.sendResponseHeaders(200, 100);
              exchange.getResponseBody().write(7);
            });
    mirror(url);

    assertThat(maven("a:b:1"))
        .startsWith("a:b:1 cannot be downloaded: ours (" + url + ") has broken off (Connection")
        .endsWith("). Try again.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | answers with an error (status 500). Try again later.",
        "401 | lets in only who may (status 401). Passwords stand in Maven's settings.xml.",
        "403 | lets in only who may (status 403). Passwords stand in Maven's settings.xml.",
      })
  void should_say_what_a_repository_answers(int status, String words) throws IOException {
    String url = serve(exchange -> exchange.sendResponseHeaders(status, -1));
    mirror(url);

    assertThat(maven("a:b:1")).isEqualTo("a:b:1 cannot be downloaded: ours (" + url + ") " + words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a:b:1 | there is no a:b:1 in OURS. Is it spelled right?",
        "a:b:LATEST | there is no a:b:LATEST in OURS. Is it spelled right?",
        "a:b:[1,2) | no version of a:b in OURS is in [1,2). Is it spelled right?",
        "a:b:[1, | [1, is no version. Write one, such as 1.0 or [1.0,2.0).",
        "a:known:5 | there is no a:known:5 in OURS. There is 1.1, 2.0, 2.1.",
      })
  void should_say_what_is_not_there(String library, String words) throws IOException {
    String versions =
        "<metadata><groupId>a</groupId><artifactId>known</artifactId><versioning><versions>"
            + "<version>1.0</version><version>1.1</version><version>2.0</version>"
            + "<version>2.1</version></versions></versioning></metadata>";
    String url =
        serve(
            exchange -> {
              if (exchange.getRequestURI().getPath().equals("/a/known/maven-metadata.xml")) {
                send(exchange, versions);
              } else {
                exchange.sendResponseHeaders(404, -1);
              }
            });
    mirror(url);

    assertThat(maven(library)).isEqualTo(words.replace("OURS", "ours (" + url + ")"));
  }

  @Test
  void should_not_take_a_login_page_for_a_jar() throws IOException {
    mirror(serve(exchange -> send(exchange, "<html>Please log in</html>")));

    assertThat(maven("a:b:1"))
        .isEqualTo(
            "what came for a:b is no jar; perhaps it is a login page of the network. Delete "
                + home.resolve(".m2/repository/a/b/1/b-1.jar")
                + " and try again.");
  }

  @ParameterizedTest
  @CsvSource({"htp:/nonsense", "'http://[no address/'"})
  void should_say_that_an_address_is_none(String url) throws IOException {
    mirror(url);

    assertThat(maven("a:b:1"))
        .isEqualTo(
            "ours ("
                + url
                + ") is no address of a repository. Addresses begin with https:, http: or file:.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<settings><mirr | Non-readable settings ",
        "<settings><mirrors><mirror><id>ours</id></mirror></mirrors></settings>"
            + " | 'mirrors.mirror.url' for ours is missing",
      })
  void should_say_what_is_wrong_with_the_settings(String settings, String words)
      throws IOException {
    settings(settings);

    assertThat(maven("a:b:1")).startsWith("your Maven settings cannot be used. " + words);
  }

  @Test
  void should_say_what_a_pom_file_lacks() throws IOException {
    String url = serve(exchange -> exchange.sendResponseHeaders(404, -1));
    mirror(url);
    String begin = "<project><modelVersion>4.0.0</modelVersion><groupId>mine</groupId>";
    Path orphan =
        Files.writeString(
            home.resolve("orphan.xml"),
            begin
                + "<parent><groupId>mine</groupId><artifactId>parent</artifactId>"
                + "<version>1</version></parent><artifactId>app</artifactId></project>");
    Path vague =
        Files.writeString(
            home.resolve("vague.xml"),
            begin
                + "<artifactId>app</artifactId><version>1</version><dependencies><dependency>"
                + "<groupId>a</groupId><artifactId>b</artifactId></dependency></dependencies>"
                + "</project>");

    assertThat(maven(orphan.toString()))
        .isEqualTo(
            orphan + ": there is no mine:parent:1 in ours (" + url + "). Is it spelled right?");
    assertThat(maven(vague.toString()))
        .isEqualTo(
            vague + " cannot be read. 'dependencies.dependency.version' for a:b:jar is missing.");
  }

  /** What the cell says, without the place. */
  private static String maven(String library) {
    String failure = cells.run("%maven " + library);
    assertThat(failure).startsWith("Line 1: %maven: ");
    return failure.lines().findFirst().orElseThrow().replaceFirst("^Line 1: %maven: ", "");
  }

  private void mirror(String url) throws IOException {
    settings(
        "<settings><mirrors><mirror><id>ours</id><mirrorOf>*</mirrorOf><url>"
            + url
            + "</url></mirror></mirrors></settings>");
  }

  private void settings(String text) throws IOException {
    Files.writeString(home.resolve(".m2/settings.xml"), text);
  }

  private String serve(HttpHandler handler) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            handler.handle(exchange);
          }
        });
    server.start();
    open.push(() -> server.stop(0));
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private static void send(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private <T extends AutoCloseable> T keep(T resource) {
    open.push(resource);
    return resource;
  }
}
