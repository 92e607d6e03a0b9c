package dev.nabla.kernel.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/**
 * One message of the Jupyter protocol, its JSON parsed but not interpreted.
 *
 * @param identities routing frames of a ROUTER socket, or the topic on iopub
 * @param parent header of the message this one answers; empty if none
 */
public record Message(
    List<byte[]> identities,
    JsonObject header,
    JsonObject parent,
    JsonObject metadata,
    JsonObject content,
    List<byte[]> buffers) {

  /** The version of the messaging specification that we speak. */
  public static final String PROTOCOL = "5.5";

  private static final String SESSION = UUID.randomUUID().toString();

  private static final DateTimeFormatter ISO_MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** A new message of this kernel that belongs to {@code parent}, a header. */
  public static Message create(
      List<byte[]> identities, String type, JsonObject parent, JsonObject content) {
    return create(identities, type, parent, new JsonObject(), content);
  }

  /** A new message of this kernel with metadata. */
  public static Message create(
      List<byte[]> identities,
      String type,
      JsonObject parent,
      JsonObject metadata,
      JsonObject content) {
    JsonObject header = new JsonObject();
    header.addProperty("msg_id", UUID.randomUUID().toString());
    header.addProperty("session", SESSION);
    header.addProperty("username", "kernel");
    header.addProperty("date", ISO_MILLIS.format(Instant.now()));
    header.addProperty("msg_type", type);
    header.addProperty("version", PROTOCOL);
    return new Message(identities, header, parent, metadata, content, List.of());
  }

  public String type() {
    return header.get("msg_type").getAsString();
  }

  /** A string of the content, or {@code otherwise} where it is missing or of another kind. */
  public String text(String field, String otherwise) {
    JsonElement value = content.get(field);
    return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()
        ? value.getAsString()
        : otherwise;
  }

  /** A whole number of the content, or {@code otherwise}. */
  public int number(String field, int otherwise) {
    JsonElement value = content.get(field);
    if (value == null || !value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
      return otherwise;
    }
    double number = value.getAsDouble();
    return number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE
        ? (int) number
        : otherwise;
  }

  /** A truth value of the content, or {@code otherwise}. */
  public boolean flag(String field, boolean otherwise) {
    JsonElement value = content.get(field);
    return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean()
        ? value.getAsBoolean()
        : otherwise;
  }
}
