package dev.nabla.kernel.wire;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Frames to messages and back: {@code identities <IDS|MSG> signature header parent metadata content
 * buffers}.
 *
 * <p>Whatever is not a message signed with our key is dropped: it gives an empty result, never an
 * exception. Safe for use by several threads.
 */
public final class Codec {
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
  private static final TypeAdapter<JsonElement> JSON = GSON.getAdapter(JsonElement.class);

  /** Answers carry the header of their request: what could be read must be writable again. */
  private static final int DEEPEST = 100;

  private final String algorithm;
  private final SecretKeySpec key;

  /**
   * @param scheme such as {@code hmac-sha256}
   * @param key empty: messages are not signed
   */
  public Codec(String scheme, String key) {
    this.algorithm =
        scheme
            .toLowerCase(Locale.ROOT)
            .replace("hmac-", "Hmac")
            .replace("sha", "SHA")
            .replace("-", "");
    this.key =
        key.isEmpty()
            ? null
            : new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), this.algorithm);
    sign(List.of());
  }

  /** The message in these frames, or empty when there is none that we may trust. */
  public Optional<Message> decode(List<byte[]> frames) {
    int start = 0;
    while (start < frames.size() && !Arrays.equals(frames.get(start), DELIMITER)) {
      start++;
    }
    if (frames.size() < start + 6) {
      return Optional.empty();
    }
    List<byte[]> signed = frames.subList(start + 2, start + 6);
    if (!MessageDigest.isEqual(frames.get(start + 1), sign(signed))) {
      return Optional.empty();
    }
    try {
      JsonObject header = object(signed.get(0));
      if (!isText(header.get("msg_type")) || !isText(header.get("msg_id"))) {
        return Optional.empty();
      }
      return Optional.of(
          new Message(
              List.copyOf(frames.subList(0, start)),
              header,
              object(signed.get(1)),
              object(signed.get(2)),
              object(signed.get(3)),
              List.copyOf(frames.subList(start + 6, frames.size()))));
    } catch (JsonParseException | IOException e) {
      return Optional.empty();
    }
  }

  /** The frames of a message, signed. */
  public List<byte[]> encode(Message message) {
    List<byte[]> signed =
        List.of(
            bytes(message.header()),
            bytes(message.parent()),
            bytes(message.metadata()),
            bytes(message.content()));
    List<byte[]> frames = new ArrayList<>(message.identities());
    frames.add(DELIMITER);
    frames.add(sign(signed));
    frames.addAll(signed);
    frames.addAll(message.buffers());
    return frames;
  }

  private static boolean isText(JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isString();
  }

  private byte[] sign(List<byte[]> frames) {
    if (key == null) {
      return new byte[0];
    }
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(key);
      frames.forEach(mac::update);
      return hex(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("signature scheme " + algorithm + " is not known here", e);
    }
  }

  private static byte[] hex(byte[] digest) {
    byte[] hex = new byte[2 * digest.length];
    for (int i = 0; i < digest.length; i++) {
      hex[2 * i] = (byte) Character.forDigit(digest[i] >> 4 & 15, 16);
      hex[2 * i + 1] = (byte) Character.forDigit(digest[i] & 15, 16);
    }
    return hex;
  }

  private static byte[] bytes(JsonObject json) {
    return GSON.toJson(json).getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObject object(byte[] utf8) throws IOException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    if (depth(text) > DEEPEST) {
      throw new MalformedJsonException("nested too deep");
    }
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    JsonElement json = JSON.read(reader);
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new MalformedJsonException("more than one value");
    }
    if (json instanceof JsonNull) {
      return new JsonObject();
    }
    if (!json.isJsonObject()) {
      throw new MalformedJsonException("an object was expected");
    }
    return json.getAsJsonObject();
  }

  /** How many brackets are open at once, at most. */
  private static int depth(String json) {
    int depth = 0;
    int deepest = 0;
    boolean quoted = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        deepest = Math.max(deepest, ++depth);
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    return deepest;
  }
}
