package dev.nabla.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nabla.kernel.session.Dispatcher.Route;
import dev.nabla.kernel.wire.Codec;
import dev.nabla.kernel.wire.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DispatcherTest {
  private static final String REASON =
      "The kernel itself failed (java.lang.IllegalStateException: a fault). Run it again, or restart"
          + " the kernel.";

  private final Publisher publisher = new Publisher(new Codec("hmac-sha256", ""));
  private final List<Message> replies = new ArrayList<>();
  private final Dispatcher dispatcher =
      new Dispatcher(
          publisher,
          Map.of(
              "execute_request",
              new Route(Runnable::run, DispatcherTest::fail),
              "inspect_request",
              new Route(Runnable::run, DispatcherTest::fail)));

  @Test
  void should_show_a_failure_of_the_kernel_where_a_notebook_sees_it() {
    ask("execute_request");

    assertThat(published()).containsExactly("busy", REASON, "idle");
    assertThat(replies).singleElement().extracting(Message::type).isEqualTo("execute_reply");
    assertThat(replies.get(0).text("evalue", "")).isEqualTo(REASON);
    assertThat(replies.get(0).text("status", "")).isEqualTo("error");
  }

  @Test
  void should_answer_a_question_that_fails_with_an_error() {
    ask("inspect_request");

    assertThat(published()).containsExactly("busy", "idle");
    assertThat(replies.get(0).text("status", "")).isEqualTo("error");
  }

  private void ask(String type) {
    dispatcher.receive(
        Message.create(List.of(), type, new JsonObject(), new JsonObject()), replies::add);
  }

  private static void fail(Request request) {
    throw new IllegalStateException("a fault");
  }

  /** States and errors, in their order. */
  private List<String> published() {
    List<String> published = new ArrayList<>();
    List<byte[]> frames;
    while ((frames = publisher.next()) != null) {
      String json = new String(frames.get(6), StandardCharsets.UTF_8);
      JsonObject content = JsonParser.parseString(json).getAsJsonObject();
      published.add(
          content.has("execution_state")
              ? content.get("execution_state").getAsString()
              : content.get("evalue").getAsString());
    }
    return published;
  }
}
