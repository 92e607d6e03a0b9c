package dev.nabla.notebooks.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nabla.notebooks.protocol.RawKernel.Conversation;
import dev.nabla.notebooks.protocol.RawKernel.Received;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** The less common messages of the specification, and what answers them. */
class RequestsIT {
  @TempDir static Path folder;
  private static RawKernel kernel;

  @BeforeAll
  static void start() throws IOException {
    kernel = new RawKernel(history());
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  private static Map<String, String> history() {
    return Map.of("NABLA_HISTORY", folder.resolve("history").toString());
  }

  @Test
  void should_welcome_each_subscription_under_its_own_topic() {
    try (ZMQ.Socket socket = kernel.connect("iopub", SocketType.SUB)) {
      socket.setReceiveTimeOut(10_000);
      socket.subscribe("kernel.stream");

      assertThat(socket.recvStr()).isEqualTo("kernel.stream");
      for (int i = 0; i < 5; i++) {
        socket.recv();
      }
      assertThat(JsonParser.parseString(socket.recvStr()))
          .hasToString("{\"subscription\":\"kernel.stream\"}");
      kernel.run("6 * 7");
      kernel.run("System.out.println(\"heard\");");
      assertThat(socket.recvStr()).isEqualTo("kernel.stream");
    }
  }

  @Test
  void should_keep_all_for_a_client_that_reads_late() {
    int shown = 3000;
    try (ZContext context = new ZContext();
        ZMQ.Socket slow = context.createSocket(SocketType.SUB)) {
      slow.setRcvHWM(1);
      slow.setHandshakeIvl(RawKernel.GREETING_MILLIS);
      slow.setReceiveTimeOut(10_000);
      slow.subscribe(new byte[0]);
      slow.connect("tcp://127.0.0.1:" + kernel.port("iopub"));
      assertThat(slow.recv()).as("the welcome").isNotNull();
      kernel.run("for (int i = 0; i < " + shown + "; i++) show(\"x\".repeat(10_000) + i);");

      int displays = 0;
      String last = "";
      while (displays < shown || !last.contains("\"idle\"")) {
        String frame = slow.recvStr();
        assertThat(frame).as("after %d displays", displays).isNotNull();
        displays += frame.equals("kernel.display_data") ? 1 : 0;
        last = frame;
      }
    }
  }

  @Test
  void should_say_what_it_can_do() {
    JsonObject info =
        kernel.request("shell", "kernel_info_request", "{}").only("kernel_info_reply");

    assertThat(info.keySet())
        .containsExactlyInAnyOrder(
            "status",
            "protocol_version",
            "implementation",
            "implementation_version",
            "language_info",
            "banner",
            "debugger",
            "supported_features",
            "help_links");
    assertThat(info.get("supported_features").isJsonArray()).isTrue();
  }

  @Test
  void should_name_its_ports() {
    JsonObject reply = kernel.request("shell", "connect_request", "{}").only("connect_reply");

    assertThat(reply.get("status").getAsString()).isEqualTo("ok");
    for (String channel : List.of("shell", "iopub", "stdin", "control", "hb")) {
      assertThat(reply.get(channel + "_port").getAsInt()).isEqualTo(kernel.port(channel));
    }
  }

  @Test
  void should_listen_at_the_address_of_the_connection_file_alone() throws IOException {
    for (String channel : List.of("shell", "iopub", "stdin", "control", "hb")) {
      new Socket("127.0.0.1", kernel.port(channel)).close();
      assertThat(refused("127.0.0.2", kernel.port(channel))).isTrue();
    }
  }

  private static boolean refused(String address, int port) throws IOException {
    try (Socket socket = new Socket(address, port)) {
      return false;
    } catch (ConnectException e) {
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"debug", "create_subshell", "delete_subshell", "list_subshell", "usage", "x"})
  void should_refuse_in_words_what_it_does_not_support(String name) {
    for (String channel : List.of("shell", "control")) {
      JsonObject reply = kernel.request(channel, name + "_request", "{}").only(name + "_reply");

      assertThat(reply.get("status").getAsString()).isEqualTo("error");
      assertThat(reply.get("ename").getAsString()).isEqualTo("Unsupported");
      assertThat(reply.get("evalue").getAsString())
          .isEqualTo("this kernel has no answer to " + name + "_request");
      assertThat(reply.getAsJsonArray("traceback")).hasSize(1);
    }
  }

  @Test
  void should_refuse_a_cell_without_code_and_one_on_the_control_channel() {
    for (String content : List.of("{}", "{\"code\": null}", "{\"code\": 7}", "{\"code\": []}")) {
      JsonObject reply = kernel.request("shell", "execute_request", content).only("execute_reply");
      assertThat(reply.get("evalue").getAsString())
          .isEqualTo("the execute_request has no code that is a text");
    }
    assertThat(
            kernel
                .request("control", "execute_request", "{\"code\": \"1\"}")
                .only("execute_reply")
                .get("status")
                .getAsString())
        .isEqualTo("error");
  }

  @Test
  void should_name_the_request_in_all_that_belongs_to_it() {
    Conversation cell =
        kernel.run("System.out.println(1); System.err.println(2); show(3); clearOutput(); 4");

    assertThat(cell.all)
        .extracting(Received::type)
        .containsOnlyOnce("execute_input", "display_data", "execute_result", "execute_reply")
        .contains("stream", "clear_output");
    assertThat(cell.all)
        .allSatisfy(
            each -> assertThat(each.parent().get("username").getAsString()).isEqualTo("test"));
  }

  @Test
  void should_open_the_pager() {
    for (String code : List.of("?String", "String?", "??String", "String??")) {
      JsonObject reply = kernel.run(code).only("execute_reply");

      JsonObject page = reply.getAsJsonArray("payload").get(0).getAsJsonObject();
      assertThat(page.get("source").getAsString()).isEqualTo("page");
      assertThat(page.get("start").getAsInt()).isZero();
      assertThat(page.getAsJsonObject("data").get("text/plain").getAsString())
          .contains("java.lang.String");
    }
    kernel.run("int answer = 42;");
    assertThat(page("answer?")).startsWith("int answer   (cell ").endsWith("42");
    assertThat(page("Math.max?")).contains("Math.max(int a, int b)");
  }

  private static String page(String code) {
    return kernel
        .run(code)
        .only("execute_reply")
        .getAsJsonArray("payload")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("data")
        .get("text/plain")
        .getAsString();
  }

  @Test
  void should_say_that_nothing_is_known() {
    Conversation cell = kernel.run("?nothingOfThatName");

    assertThat(cell.printed("stdout")).isEqualTo("Nothing is known about nothingOfThatName.\n");
    assertThat(cell.only("execute_reply").getAsJsonArray("payload")).isEmpty();
  }

  @Test
  void should_clear_and_update_what_is_shown() {
    Conversation cell =
        kernel.run("show(1); clearOutput(); var shown = Screen.current().show(\"one\");");
    Conversation later = kernel.run("shown.update(\"two\");");

    assertThat(cell.only("clear_output")).hasToString("{\"wait\":true}");
    String id = displayId(cell.of("display_data").get(1).content());
    assertThat(displayId(later.only("update_display_data"))).isEqualTo(id);
    assertThat(kernel.run("show(1); clearOutput();").of("clear_output"))
        .extracting(each -> each.content().toString())
        .containsExactly("{\"wait\":true}", "{\"wait\":false}");
  }

  private static String displayId(JsonObject content) {
    return content.getAsJsonObject("transient").get("display_id").getAsString();
  }

  @Test
  void should_know_what_is_complete_and_how_far_to_indent() {
    assertThat(complete("1 + 1")).isEqualTo("complete");
    assertThat(complete("?String")).isEqualTo("complete");
    assertThat(complete("")).isEqualTo("complete");
    for (String invalid :
        List.of("int 1x = 3;", "x = ;", "class 3 { }", "String s = \"open;", ")")) {
      assertThat(complete(invalid)).as(invalid).isEqualTo("invalid");
    }
    assertThat(complete("for (;;) {")).isEqualTo("incomplete    ");
    assertThat(complete("if (a) {\n    while (b) {")).isEqualTo("incomplete        ");
    assertThat(complete("var net = net()\n  .layer(3, relu")).isEqualTo("incomplete  ");
    assertThat(complete("/* not yet")).isEqualTo("incomplete");
  }

  /** The status, followed by the blanks of the next line. */
  private static String complete(String code) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    JsonObject reply =
        kernel
            .request("shell", "is_complete_request", content.toString())
            .only("is_complete_reply");
    return reply.get("status").getAsString()
        + (reply.has("indent") ? reply.get("indent").getAsString() : "");
  }

  @Test
  void should_inspect_at_every_place_of_a_name() {
    kernel.run("int inspected = 5;");
    for (int cursor : new int[] {0, 4, 9}) {
      assertThat(
              kernel
                  .request(
                      "shell",
                      "inspect_request",
                      "{\"code\": \"inspected\", \"cursor_pos\": " + cursor + "}")
                  .only("inspect_reply")
                  .getAsJsonObject("data")
                  .get("text/plain")
                  .getAsString())
          .startsWith("int inspected   (cell ");
    }
    for (String place : List.of("-5", "999", "1e400", "null", "\"x\"")) {
      assertThat(
              kernel
                  .request(
                      "shell",
                      "inspect_request",
                      "{\"code\": \"inspected\", \"cursor_pos\": " + place + "}")
                  .only("inspect_reply")
                  .get("status")
                  .getAsString())
          .isEqualTo("ok");
    }
  }

  @Test
  void should_remember_cells_across_kernels_also_after_a_sudden_end() throws IOException {
    Path file = folder.resolve("kept");
    Map<String, String> environment = Map.of("NABLA_HISTORY", file.toString());
    try (RawKernel first = new RawKernel(environment)) {
      first.run("int remembered = 1;");
      first.finish(first.execute("int secret = 2;", "\"store_history\": false"));
      first.finish(first.execute("int silent = 3;", "\"silent\": true"));
      first.run("remembered + 1");
      // It is answered by the thread that writes: what came before is on disk.
      assertThat(history(first, "\"hist_access_type\": \"tail\", \"n\": 9, \"output\": true"))
          .isEqualTo("[[1,1,[\"int remembered = 1;\",null]],[1,2,[\"remembered + 1\",\"2\"]]]");
    }
    Files.writeString(file, Files.readString(file) + "{broken\n");
    try (RawKernel second = new RawKernel(environment)) {
      second.run("3");
      assertThat(history(second, "\"hist_access_type\": \"tail\", \"n\": 2"))
          .isEqualTo("[[1,2,\"remembered + 1\"],[2,1,\"3\"]]");
      assertThat(history(second, "\"hist_access_type\": \"range\", \"session\": -1, \"start\": 1"))
          .isEqualTo("[[1,1,\"int remembered = 1;\"],[1,2,\"remembered + 1\"]]");
      assertThat(history(second, "\"hist_access_type\": \"search\", \"pattern\": \"*member*1;\""))
          .isEqualTo("[[1,1,\"int remembered = 1;\"]]");
      second.request("control", "shutdown_request", "{}");
    }
  }

  private static String history(RawKernel kernel, String request) {
    return kernel
        .request("shell", "history_request", "{\"raw\": true, " + request + "}")
        .only("history_reply")
        .get("history")
        .toString();
  }

  @Test
  void should_not_wait_for_the_input_of_an_earlier_cell() {
    Conversation asking =
        kernel.finish(
            kernel.execute(
                "new Thread(() -> new Scanner(System.in).nextLine()).start(); Thread.sleep(500);",
                "\"allow_stdin\": true"));
    assertThat(asking.of("input_request")).hasSize(1);

    assertThat(kernel.run("1 + 1").result()).isEqualTo("2");
    String id = kernel.execute("new Scanner(System.in).nextLine()", "\"allow_stdin\": true");
    Received asked = kernel.await("input_request", each -> each.type().equals("input_request"));
    kernel.send("stdin", "input_reply", "{\"value\": \"late\"}", "{\"msg_id\": \"another\"}");
    kernel.send("stdin", "input_reply", "{\"value\": \"right\"}", asked.header().toString());
    assertThat(kernel.finish(id).result()).isEqualTo("right");
  }
}
