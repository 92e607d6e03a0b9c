package dev.nabla.notebooks.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.nabla.notebooks.protocol.RawKernel.Conversation;
import dev.nabla.notebooks.protocol.RawKernel.Received;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Comms and controls, as a front end drives them. */
class CommIT {
  private static final String WIDGET = "application/vnd.jupyter.widget-view+json";
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
  void should_talk_from_a_cell_to_the_front_end_and_back() {
    Conversation opened =
        kernel.run(
            """
            import dev.nabla.kernel.comm.Comm;
            var comm = Comm.open("front.target", Map.of("start", 1));
            comm.onMessage(data -> { System.out.println("heard " + data); comm.send(Map.of("x", 2.5)); });
            comm.onClose(() -> System.out.println("closed"));
            """);
    JsonObject open = opened.only("comm_open");
    assertThat(open.get("target_name").getAsString()).isEqualTo("front.target");
    assertThat(open.get("data")).hasToString("{\"start\":1}");
    String id = open.get("comm_id").getAsString();
    assertThat(comms("front.target"))
        .isEqualTo("{\"" + id + "\":{\"target_name\":\"front.target\"}}");

    Conversation answer = tell("comm_msg", id, "{\"n\": 3}");
    assertThat(answer.states()).isEqualTo("busy idle");
    assertThat(answer.printed("stdout")).isEqualTo("heard {n=3}\n");
    assertThat(answer.only("comm_msg").get("data")).hasToString("{\"x\":2.5}");

    assertThat(tell("comm_close", id, "{}").printed("stdout")).isEqualTo("closed\n");
    assertThat(comms("front.target")).isEqualTo("{}");
    assertThat(kernel.run("comm.send(Map.of());").only("error").get("evalue").getAsString())
        .isEqualTo("The comm to front.target is closed. Open a new one: Comm.open(target, data).");
  }

  @Test
  void should_take_what_the_front_end_opens_where_somebody_waits() {
    kernel.run(
        """
        import dev.nabla.kernel.comm.Comm;
        Comm.onOpen("mine", (opened, data) -> opened.send(Map.of("got", data.get("a"))));
        """);

    Conversation opened =
        quiet(
            "comm_open", "{\"comm_id\": \"f1\", \"target_name\": \"mine\", \"data\": {\"a\": 7}}");
    Conversation refused =
        quiet("comm_open", "{\"comm_id\": \"f2\", \"target_name\": \"nobody\", \"data\": {}}");

    assertThat(opened.only("comm_msg").get("data")).hasToString("{\"got\":7}");
    assertThat(refused.only("comm_close").get("comm_id").getAsString()).isEqualTo("f2");
  }

  @Test
  void should_tell_why_a_handler_failed_and_stop_one_that_does_not_end() {
    Conversation opened =
        kernel.run(
            """
            import dev.nabla.kernel.comm.Comm;
            var bad = Comm.open("bad", Map.of());
            bad.onMessage(data -> { if (data.isEmpty()) throw new IllegalStateException("boom"); while (true) {} });
            """);
    String id = opened.only("comm_open").get("comm_id").getAsString();

    assertThat(tell("comm_msg", id, "{}").only("error").get("ename").getAsString())
        .isEqualTo("IllegalStateException");
    String endless =
        kernel.send("shell", "comm_msg", "{\"comm_id\": \"" + id + "\", \"data\": {\"a\": 1}}");
    RawKernel.pause(500);
    kernel.request("control", "interrupt_request", "{}");
    assertThat(kernel.finishQuiet(endless).only("error").get("evalue").getAsString())
        .isEqualTo("Interrupted. All variables are kept.");
    assertThat(kernel.run("1 + 1").result()).isEqualTo("2");
  }

  @Test
  void should_move_a_slider_and_replace_what_stands_below() {
    kernel.run("var W = matrix(\"1 2; 3 4\");");
    Conversation cell =
        kernel.run(
            "slider(\"eta\", 0, 1, 0.1, eta -> { System.out.println(eta); return W.scale(eta); })");
    JsonObject data = cell.only("execute_result").getAsJsonObject("data");
    String model = data.getAsJsonObject(WIDGET).get("model_id").getAsString();
    assertThat(data.get("text/plain").getAsString())
        .isEqualTo(
            "eta = 0.5 (a slider from 0 to 1 in steps of 0.1)\n\n"
                + "To use it by hand, install ipywidgets and open the notebook again.");
    assertThat(cell.of("comm_open")).hasSize(3);
    assertThat(cell.of("display_data")).extracting(CommIT::text).element(0).isEqualTo("0.5");
    assertThat(cell.of("display_data").get(1).content().getAsJsonObject("data").keySet())
        .contains("text/html");

    Conversation moved =
        tell("comm_msg", model, "{\"method\": \"update\", \"state\": {\"value\": 0.2}}");

    assertThat(moved.states()).isEqualTo("busy idle");
    assertThat(moved.of("update_display_data"))
        .extracting(CommIT::text)
        .element(0)
        .isEqualTo("0.2");
    assertThat(moved.of("update_display_data"))
        .extracting(CommIT::displayId)
        .isEqualTo(cell.of("display_data").stream().map(CommIT::displayId).toList());
    assertThat(comms("jupyter.widget")).contains(model);
  }

  @Test
  void should_show_below_a_slider_why_its_action_failed() {
    Conversation cell =
        kernel.run(
            "var bad = slider(\"n\", 0, 4, 1, n -> 10 / (int) (n - 2 + 1e-9)); bad.move(3); bad");
    String model =
        cell.only("execute_result")
            .getAsJsonObject("data")
            .getAsJsonObject(WIDGET)
            .get("model_id")
            .getAsString();

    Conversation moved =
        tell("comm_msg", model, "{\"method\": \"update\", \"state\": {\"value\": 2}}");

    assertThat(text(moved.of("update_display_data").get(0)))
        .contains("divided by zero")
        .containsPattern("cell \\d+, line 1: var bad = slider");
    assertThat(moved.of("error")).isEmpty();
    assertThat(
            text(
                tell("comm_msg", model, "{\"method\": \"update\", \"state\": {\"value\": 4}}")
                    .of("update_display_data")
                    .get(0)))
        .isEqualTo("5");
  }

  @Test
  void should_press_a_button_also_from_code() {
    Conversation cell =
        kernel.run("int pressed = 0;\nvar more = button(\"more\", () -> ++pressed);\nshow(more);");
    String model =
        cell.only("display_data")
            .getAsJsonObject("data")
            .getAsJsonObject(WIDGET)
            .get("model_id")
            .getAsString();

    Conversation first =
        tell("comm_msg", model, "{\"method\": \"custom\", \"content\": {\"event\": \"click\"}}");
    assertThat(first.of("display_data")).isEmpty();
    Received shown =
        kernel.await(
            "what the press gave",
            each -> each.type().equals("display_data") && each.parentId().equals(cell.id()));
    assertThat(text(shown)).isEqualTo("1");
    assertThat(text(kernel.run("more.press();").of("update_display_data").get(0))).isEqualTo("2");
  }

  @Test
  void should_fail_the_cell_where_the_first_run_of_an_action_fails() {
    for (String cell :
        List.of(
            "slider(\"n\", 0, 2, 1, n -> { throw new IllegalStateException(\"first\"); })",
            "show(slider(\"n\", 0, 2, 1, n -> { throw new IllegalStateException(\"first\"); }));")) {
      Conversation failed = kernel.run(cell);

      assertThat(failed.only("error").get("evalue").getAsString()).isEqualTo("first");
      assertThat(failed.only("execute_reply").get("status").getAsString()).isEqualTo("error");
    }
  }

  private static String comms(String target) {
    return kernel
        .request("shell", "comm_info_request", "{\"target_name\": \"" + target + "\"}")
        .only("comm_info_reply")
        .get("comms")
        .toString();
  }

  private static Conversation tell(String type, String comm, String data) {
    return quiet(type, "{\"comm_id\": \"" + comm + "\", \"data\": " + data + "}");
  }

  private static Conversation quiet(String type, String content) {
    return kernel.finishQuiet(kernel.send("shell", type, content));
  }

  private static String text(Received display) {
    return display.content().getAsJsonObject("data").get("text/plain").getAsString();
  }

  private static String displayId(Received display) {
    return display.content().getAsJsonObject("transient").get("display_id").getAsString();
  }
}
