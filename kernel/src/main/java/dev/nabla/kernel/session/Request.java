package dev.nabla.kernel.session;

import com.google.gson.JsonObject;
import dev.nabla.kernel.wire.Message;
import java.util.List;
import java.util.function.Consumer;

/**
 * A request, and the way back to who asked.
 *
 * @param send sends on the channel the request came from
 * @param budget how much may be printed on its behalf
 */
record Request(Message message, Consumer<Message> send, Budget budget) {

  /** The header that all answers name as their parent. */
  JsonObject header() {
    return message.header();
  }

  void reply(JsonObject content) {
    String type = message.type().replaceFirst("_request$", "_reply");
    send.accept(Message.create(message.identities(), type, header(), content));
  }

  /** Answers that the request failed. */
  void fail(String name, String reason) {
    JsonObject content = failure(name, reason);
    content.addProperty("status", "error");
    reply(content);
  }

  static JsonObject failure(String name, String reason) {
    JsonObject content = new JsonObject();
    content.addProperty("ename", name);
    content.addProperty("evalue", reason);
    content.add("traceback", Json.strings(List.of(reason)));
    return content;
  }
}
