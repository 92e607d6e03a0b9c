package dev.nabla.kernel.session;

import com.google.gson.JsonObject;
import dev.nabla.kernel.wire.Message;
import java.util.List;
import java.util.function.Consumer;

/** A request, the way back to who asked, and where its output goes. */
final class Request {
  private final Message message;
  private final Consumer<Message> send;
  private volatile Output output;

  /**
   * @param send sends on the channel the request came from
   */
  Request(Message message, Consumer<Message> send, Output output) {
    this.message = message;
    this.send = send;
    this.output = output;
  }

  Message message() {
    return message;
  }

  /** The header that all answers name as their parent. */
  JsonObject header() {
    return message.header();
  }

  /** Where goes what is printed and shown on its behalf. */
  Output output() {
    return output;
  }

  /** From now on its output goes elsewhere; gives where it went before. */
  Output redirect(Output to) {
    Output before = output;
    output = to;
    return before;
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
