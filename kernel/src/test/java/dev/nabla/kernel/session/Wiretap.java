package dev.nabla.kernel.session;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nabla.kernel.wire.Codec;
import dev.nabla.kernel.wire.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Hears what a publisher sends. */
final class Wiretap {
  final Publisher publisher = new Publisher(new Codec("hmac-sha256", ""));

  /** A request that has the given id, whose replies nobody hears. */
  Request request(String id) {
    Message message =
        Message.create(List.of(), "execute_request", new JsonObject(), new JsonObject());
    message.header().addProperty("msg_id", id);
    return new Request(message, reply -> {}, new CellOutput(publisher, message.header()));
  }

  /** All since the last call: parent, type and the given words of each. */
  List<Heard> heard() {
    List<Heard> heard = new ArrayList<>();
    publisher.close();
    List<byte[]> frames;
    while ((frames = publisher.next()) != null) {
      JsonObject header = json(frames.get(3));
      JsonObject parent = json(frames.get(4));
      String parentId = parent.has("msg_id") ? parent.get("msg_id").getAsString() : "";
      heard.add(
          new Heard(
              header.get("msg_type").getAsString(),
              parentId,
              json(frames.get(5)),
              json(frames.get(6))));
    }
    return heard;
  }

  /** A published message. */
  record Heard(String type, String parent, JsonObject metadata, JsonObject content) {
    String text() {
      return content.has("text")
          ? content.get("text").getAsString()
          : content.getAsJsonObject("data").get("text/plain").getAsString();
    }

    String displayId() {
      return content.getAsJsonObject("transient").get("display_id").getAsString();
    }

    JsonObject state() {
      return content.getAsJsonObject("data").getAsJsonObject("state");
    }
  }

  private static JsonObject json(byte[] bytes) {
    return JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
  }
}
