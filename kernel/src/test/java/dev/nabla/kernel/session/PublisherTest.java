package dev.nabla.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nabla.kernel.wire.Codec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublisherTest {
  private final Publisher publisher = new Publisher(new Codec("hmac-sha256", ""));
  private final JsonObject one = header("1");
  private final JsonObject two = header("2");

  @Test
  void should_merge_neighboring_pieces_of_one_stream() {
    for (int i = 0; i < 1000; i++) {
      publisher.stream(one, "stdout", "x");
    }
    publisher.status(one, "idle");

    assertThat(sent()).containsExactly("stream 1 stdout " + "x".repeat(1000), "status 1 idle");
  }

  @Test
  void should_keep_the_order_of_streams_cells_and_values() {
    publisher.stream(one, "stdout", "a");
    publisher.stream(one, "stderr", "b");
    publisher.stream(two, "stdout", "c");
    publisher.status(two, "busy");
    publisher.stream(two, "stdout", "d");
    publisher.close();

    assertThat(sent())
        .containsExactly(
            "stream 1 stdout a",
            "stream 1 stderr b",
            "stream 2 stdout c",
            "status 2 busy",
            "stream 2 stdout d");
  }

  @Test
  void should_let_the_last_piece_wait_for_the_next_one() {
    publisher.stream(one, "stdout", "a");

    assertThat(publisher.next()).isNull();
    assertThat(publisher.millisToNext()).isBetween(1L, 1000L);
  }

  @Test
  void should_have_nothing_to_wait_for_when_empty() {
    assertThat(publisher.millisToNext()).isEqualTo(-1);
  }

  private List<String> sent() {
    List<String> sent = new ArrayList<>();
    List<byte[]> frames;
    while ((frames = publisher.next()) != null) {
      JsonObject header = json(frames.get(3));
      JsonObject parent = json(frames.get(4));
      JsonObject content = json(frames.get(6));
      String words =
          content.has("text")
              ? content.get("name").getAsString() + " " + content.get("text").getAsString()
              : content.get("execution_state").getAsString();
      sent.add(
          header.get("msg_type").getAsString()
              + " "
              + parent.get("msg_id").getAsString()
              + " "
              + words);
    }
    return sent;
  }

  private static JsonObject json(byte[] bytes) {
    return JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
  }

  private static JsonObject header(String id) {
    JsonObject header = new JsonObject();
    header.addProperty("msg_id", id);
    return header;
  }
}
