package dev.nabla.notebooks.client;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.nabla.kernel.wire.Message;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a kernel answered to one request.
 *
 * @param reply the reply on the channel of the request
 * @param published what the request made the kernel publish, in order
 */
public record Answer(Message reply, List<Message> published) {
  private static final Pattern COLORS = Pattern.compile("\u001b\\[[0-9;]*m");

  /** Whether the reply says {@code ok}. */
  public boolean ok() {
    return reply.text("status", "").equals("ok");
  }

  /** All that was printed, shown or reported, as text. */
  public String text() {
    StringBuilder text = new StringBuilder();
    published.forEach(message -> text.append(text(message)));
    return text.toString();
  }

  private static String text(Message message) {
    return switch (message.type()) {
      case "stream" -> message.text("text", "");
      case "execute_result", "display_data" -> plain(message.content().getAsJsonObject("data"));
      case "error" -> lines(message.content().getAsJsonArray("traceback"));
      default -> "";
    };
  }

  private static String plain(JsonObject data) {
    JsonElement text = data.get("text/plain");
    return text == null ? "" : text.getAsString() + "\n";
  }

  private static String lines(JsonArray traceback) {
    StringBuilder lines = new StringBuilder();
    traceback.forEach(line -> lines.append(line.getAsString()).append('\n'));
    return COLORS.matcher(lines).replaceAll("");
  }
}
