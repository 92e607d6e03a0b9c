package dev.nabla.notebooks.protocol;

import static dev.nabla.notebooks.protocol.RawKernel.bytes;
import static dev.nabla.notebooks.protocol.RawKernel.pause;
import static dev.nabla.notebooks.protocol.RawKernel.signed;
import static dev.nabla.notebooks.protocol.RawKernel.strings;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.nabla.notebooks.protocol.RawKernel.Conversation;
import dev.nabla.notebooks.protocol.RawKernel.Received;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, as another program sees it. */
class ProtocolIT {
  private static RawKernel kernel;

  @BeforeAll
  static void start() throws IOException {
    kernel = new RawKernel();
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  @Test
  void should_introduce_itself_on_shell_and_control() {
    for (String channel : List.of("shell", "control")) {
      JsonObject info =
          kernel.request(channel, "kernel_info_request", "{}").only("kernel_info_reply");

      assertThat(info.get("status").getAsString()).isEqualTo("ok");
      assertThat(info.get("protocol_version").getAsString()).isEqualTo("5.5");
      assertThat(info.get("implementation").getAsString()).isEqualTo("nabla");
      assertThat(info.getAsJsonObject("language_info").get("name").getAsString()).isEqualTo("java");
    }
  }

  @Test
  void should_run_a_cell_in_the_order_of_the_specification() {
    Conversation cell = kernel.run("System.out.println(\"é ∂ 😀\"); 6 * 7");

    assertThat(cell.states()).isEqualTo("busy idle");
    assertThat(cell.only("execute_input").get("code").getAsString()).endsWith("6 * 7");
    assertThat(cell.printed("stdout")).isEqualTo("é ∂ 😀\n");
    assertThat(cell.result()).isEqualTo("42");
    assertThat(cell.only("execute_reply").get("status").getAsString()).isEqualTo("ok");
    assertThat(cell.all.stream().filter(e -> e.channel().equals("iopub")).map(Received::type))
        .containsExactly("status", "execute_input", "stream", "execute_result", "status");
  }

  @Test
  void should_count_cells_and_give_every_date_its_milliseconds() {
    int first = kernel.run("1").only("execute_reply").get("execution_count").getAsInt();
    Conversation second = kernel.run("2");

    assertThat(second.only("execute_reply").get("execution_count").getAsInt()).isEqualTo(first + 1);
    assertThat(second.all)
        .allSatisfy(
            each ->
                assertThat(each.header().get("date").getAsString())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
  }

  @Test
  void should_show_a_matrix_as_text_table_and_formula() {
    Conversation cell = kernel.run("var W1 = matrix(\"1 2; 3 4\");\nW1");

    JsonObject data = cell.only("execute_result").getAsJsonObject("data");
    assertThat(data.keySet()).containsExactly("text/plain", "text/html", "text/latex");
    assertThat(cell.result()).isEqualTo("W1 - 2 x 2\n   1  2\n1  1  2\n2  3  4");
  }

  @Test
  void should_say_that_a_pass_comes_from_an_older_net() {
    kernel.run("var aged = net().layer(row(1, 2));");
    kernel.run("var agedPass = aged.forward(3, 4);");
    assertThat(kernel.run("agedPass").result()).startsWith("forward: ");

    int changed =
        kernel
            .run("var aged = net().layer(row(5, 6));")
            .only("execute_reply")
            .get("execution_count")
            .getAsInt();

    assertThat(kernel.run("agedPass").result())
        .startsWith("(from an older aged, cell " + changed + ")\n\nforward: ");
  }

  @Test
  void should_run_silently() {
    int before = kernel.run("1").only("execute_reply").get("execution_count").getAsInt();

    Conversation silent = kernel.finish(kernel.execute("int hush = 5; hush", "\"silent\": true"));

    assertThat(silent.of("execute_input")).isEmpty();
    assertThat(silent.of("execute_result")).isEmpty();
    assertThat(kernel.run("hush").result()).isEqualTo("5");
    assertThat(kernel.run("1").only("execute_reply").get("execution_count").getAsInt())
        .isEqualTo(before + 2);
  }

  @Test
  void should_evaluate_user_expressions() {
    JsonObject reply =
        kernel
            .finish(
                kernel.execute(
                    "int ux = 4;", "\"user_expressions\": {\"a\": \"ux + 1\", \"b\": \"nope\"}"))
            .only("execute_reply");
    JsonObject answers = reply.getAsJsonObject("user_expressions");

    assertThat(answers.getAsJsonObject("a").getAsJsonObject("data").get("text/plain").getAsString())
        .isEqualTo("5");
    assertThat(answers.getAsJsonObject("b").get("status").getAsString()).isEqualTo("error");
  }

  @Test
  void should_send_an_error_with_its_own_name() {
    Conversation cell = kernel.run("throw new IllegalStateException(\"boom\");");

    JsonObject error = cell.only("error");
    assertThat(error.get("ename").getAsString()).isEqualTo("IllegalStateException");
    assertThat(error.get("evalue").getAsString()).isEqualTo("boom");
    assertThat(strings(error.get("traceback"))).isNotEmpty();
    assertThat(cell.only("execute_reply").get("status").getAsString()).isEqualTo("error");
  }

  @Test
  void should_abort_what_is_queued_behind_an_error() {
    String slow = kernel.execute("Thread.sleep(300); int oops = 1 / 0;", "");
    String queued = kernel.execute("int never = 1;", "");

    kernel.finish(slow);

    assertThat(kernel.finish(queued).only("execute_reply").get("status").getAsString())
        .isEqualTo("aborted");
    assertThat(kernel.run("1 + 1").result()).isEqualTo("2");
  }

  @Test
  void should_go_on_behind_an_error_when_asked_to() {
    String slow =
        kernel.execute("Thread.sleep(200); int oops = 1 / 0;", "\"stop_on_error\": false");
    String queued = kernel.execute("5", "");

    kernel.finish(slow);

    assertThat(kernel.finish(queued).result()).isEqualTo("5");
  }

  @Test
  void should_complete_also_while_a_cell_runs_and_behind_wide_characters() {
    kernel.run("int counterValue = 41;");
    String busy = kernel.execute("while (true) {}", "");
    String code = "String s = \"😀\"; counterV";

    JsonObject reply =
        kernel
            .request(
                "shell",
                "complete_request",
                "{\"code\": \"String s = \\\"😀\\\"; counterV\", \"cursor_pos\": "
                    + code.codePointCount(0, code.length())
                    + "}")
            .only("complete_reply");

    assertThat(strings(reply.get("matches"))).contains("counterValue");
    assertThat(reply.get("cursor_start").getAsInt()).isEqualTo(16);
    assertThat(reply.get("cursor_end").getAsInt()).isEqualTo(24);
    kernel.request("control", "interrupt_request", "{}");
    kernel.finish(busy);
  }

  @Test
  void should_inspect_at_the_end_of_the_text() {
    JsonObject reply =
        kernel
            .request(
                "shell",
                "inspect_request",
                "{\"code\": \"Math.max\", \"cursor_pos\": 8, \"detail_level\": 0}")
            .only("inspect_reply");

    assertThat(reply.get("found").getAsBoolean()).isTrue();
    assertThat(reply.getAsJsonObject("data").get("text/plain").getAsString())
        .contains("Math.max(int a, int b)");
  }

  @Test
  void should_know_what_is_complete() {
    assertThat(readiness("int x = 1;")).isEqualTo("complete");
    assertThat(readiness("for (int i = 0; i < 3; i++) {")).isEqualTo("incomplete");
    assertThat(readiness("int 1x = 3;")).isEqualTo("invalid");
  }

  private static String readiness(String code) {
    return kernel
        .request("shell", "is_complete_request", "{\"code\": \"" + code + "\"}")
        .only("is_complete_reply")
        .get("status")
        .getAsString();
  }

  @Test
  void should_deliver_a_flood_whole_and_in_few_messages() {
    Conversation flood =
        kernel.run("for (int i = 0; i < 100000; i++) System.out.println(\"line \" + i);");

    assertThat(flood.printed("stdout"))
        .isEqualTo(
            IntStream.range(0, 100_000)
                .mapToObj(i -> "line " + i + "\n")
                .collect(Collectors.joining()));
    assertThat(flood.of("stream")).hasSizeLessThan(200);
    assertThat(flood.states()).isEqualTo("busy idle");
  }

  @Test
  void should_give_the_output_of_a_thread_to_the_cell_that_started_it() {
    String starter =
        kernel.execute(
            "new Thread(() -> { try { Thread.sleep(400); } catch (InterruptedException e) { }"
                + " System.out.println(\"late\"); }).start();",
            "");
    kernel.finish(starter);
    kernel.run("Thread.sleep(600);");

    Received late = kernel.await("late output", each -> each.type().equals("stream"));

    assertThat(late.parentId()).isEqualTo(starter);
    assertThat(late.content().get("text").getAsString()).isEqualTo("late\n");
  }

  @Test
  void should_keep_variables_when_a_method_or_class_is_run_again() {
    kernel.run("class Kept { int v = 1; int get() { return v; } }");
    kernel.run("var kept = new Kept();\nint tripled(int n) { return 3 * n; }\nint t = tripled(2);");
    kernel.run("class Kept { int v = 1; int get() { return v + 100; } }");
    kernel.run("int tripled(int n) { return 30 * n; }");

    assertThat(kernel.run("kept.get() + t").result()).isEqualTo("107");
  }

  @Test
  void should_ask_for_input_and_refuse_where_there_is_none() {
    String id =
        kernel.execute("new Scanner(System.in).nextLine() + \"!\"", "\"allow_stdin\": true");
    Received asked = kernel.await("input_request", e -> e.type().equals("input_request"));
    kernel.send("stdin", "input_reply", "{\"value\": \"hello\"}", asked.header().toString());

    assertThat(kernel.finish(id).result()).isEqualTo("hello!");
    assertThat(
            kernel
                .run("new Scanner(System.in).nextLine()")
                .only("error")
                .get("evalue")
                .getAsString())
        .isEqualTo(
            "System.in: this front end cannot ask for input. Put the value into a variable instead.");
  }

  @Test
  void should_echo_heartbeats() {
    assertThat(kernel.heartbeat("ping")).isEqualTo("ping");
  }

  @Test
  void should_answer_a_request_that_it_does_not_know() {
    for (String channel : List.of("shell", "control")) {
      assertThat(
              kernel
                  .request(channel, "no_such_request", "{}")
                  .only("no_such_reply")
                  .get("status")
                  .getAsString())
          .isEqualTo("error");
    }
  }

  @Test
  void should_serve_two_clients_at_once() {
    try (RawKernel other = kernel.secondClient()) {
      List<String> mine = new ArrayList<>();
      List<String> theirs = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        mine.add(kernel.execute("\"A\" + (" + i + " * 2)", ""));
        theirs.add(other.execute("\"B\" + (" + i + " * 2)", ""));
      }
      for (int i = 0; i < 20; i++) {
        assertThat(kernel.finish(mine.get(i)).result()).isEqualTo("A" + 2 * i);
        assertThat(other.finish(theirs.get(i)).result()).isEqualTo("B" + 2 * i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shell", "control", "stdin"})
  void should_go_on_after_malformed_messages(String channel) {
    String header = kernel.header("id", "execute_request");
    List<List<byte[]>> malformed = new ArrayList<>();
    malformed.add(List.of(bytes("garbage")));
    malformed.add(List.of(new byte[0]));
    malformed.add(List.of(bytes("<IDS|MSG>"), new byte[1 << 20]));
    malformed.add(signed("{nope", "{}", "{}", "{}"));
    malformed.add(signed(header, "{}", "{}", "{\"code\": "));
    malformed.add(signed(header, "{}", "{}", "[]"));
    malformed.add(signed(header, "{}", "{}", "{\"code\": 7}"));
    malformed.add(signed(header, "{}", "{}", "{\"code\": null, \"silent\": []}"));
    malformed.add(signed(header, "{}", "{}"));
    malformed.add(signed("{\"msg_id\": 3}", "{}", "{}", "{}"));
    malformed.add(signed("{\"msg_type\": \"execute_request\"}", "null", "null", "null"));
    malformed.add(signed("[]", "[]", "[]", "[]"));
    List<byte[]> wrong = signed(kernel.header("id", "kernel_info_request"), "{}", "{}", "{}");
    wrong.set(1, bytes("0".repeat(64)));
    malformed.add(wrong);
    List<byte[]> unsigned = signed(kernel.header("id", "kernel_info_request"), "{}", "{}", "{}");
    unsigned.set(1, new byte[0]);
    malformed.add(unsigned);

    for (List<byte[]> frames : malformed) {
      kernel.sendFrames(channel, frames);
    }
    pause(200);

    kernel.request("control", "kernel_info_request", "{}");
    assertThat(kernel.run("6 * 7").result()).isEqualTo("42");
  }
}
