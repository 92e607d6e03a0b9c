package dev.nabla.kernel.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nabla.kernel.shell.Assistant;
import dev.nabla.kernel.shell.Completion;
import dev.nabla.kernel.shell.Shell;
import dev.nabla.kernel.wire.Message;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Answers questions about code. Positions on the wire count code points, in Java UTF-16 units. */
final class Questions {
  private static final String STEP = "    ";

  private final Supplier<Shell> shell;

  /**
   * @param shell waits until it is there
   */
  Questions(Supplier<Shell> shell) {
    this.shell = shell;
  }

  void complete(Request request) {
    String code = request.message().text("code", "");
    int cursor = cursor(request.message(), code);
    Completion found = shell.get().ask(assistant -> assistant.complete(code, cursor));
    JsonArray matches = new JsonArray();
    JsonArray types = new JsonArray();
    int start = code.codePointCount(0, found.start());
    int end = code.codePointCount(0, found.end());
    for (Completion.Match match : found.matches()) {
      matches.add(match.text());
      JsonObject type = new JsonObject();
      type.addProperty("text", match.text());
      type.addProperty("type", match.type());
      type.addProperty("start", start);
      type.addProperty("end", end);
      types.add(type);
    }
    JsonObject metadata = new JsonObject();
    metadata.add("_jupyter_types_experimental", types);
    JsonObject reply = Json.ok();
    reply.add("matches", matches);
    reply.addProperty("cursor_start", start);
    reply.addProperty("cursor_end", end);
    reply.add("metadata", metadata);
    request.reply(reply);
  }

  void inspect(Request request) {
    String code = request.message().text("code", "");
    int cursor = cursor(request.message(), code);
    Map<String, String> found = shell.get().ask(assistant -> assistant.inspect(code, cursor));
    JsonObject reply = Json.ok();
    reply.addProperty("found", !found.isEmpty());
    reply.add("data", Json.strings(found));
    reply.add("metadata", new JsonObject());
    request.reply(reply);
  }

  void isComplete(Request request) {
    String code = request.message().text("code", "");
    Assistant.Readiness readiness =
        Help.asked(code) == null
            ? shell.get().ask(assistant -> assistant.readiness(code))
            : Assistant.Readiness.COMPLETE;
    JsonObject reply = new JsonObject();
    reply.addProperty("status", readiness.name().toLowerCase(Locale.ROOT));
    if (readiness == Assistant.Readiness.INCOMPLETE) {
      reply.addProperty("indent", indent(code));
    }
    request.reply(reply);
  }

  /** The blanks before the line that comes next: one step more behind an open bracket. */
  static String indent(String code) {
    String last = code.lines().reduce("", (before, line) -> line);
    String blanks = last.substring(0, last.length() - last.stripLeading().length());
    String end = last.strip();
    return end.endsWith("{") || end.endsWith("(") || end.endsWith("[") ? blanks + STEP : blanks;
  }

  private static int cursor(Message message, String code) {
    int points = code.codePointCount(0, code.length());
    int asked = message.number("cursor_pos", points);
    return code.offsetByCodePoints(0, Math.max(0, Math.min(asked, points)));
  }
}
