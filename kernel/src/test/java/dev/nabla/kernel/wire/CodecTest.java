package dev.nabla.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {
  private static final String KEY = "a-key";
  private static final String HEADER = "{\"msg_id\":\"1\",\"msg_type\":\"x\"}";
  private final Codec codec = new Codec("hmac-sha256", KEY);

  @Test
  void should_read_what_another_program_signed() throws Exception {
    List<byte[]> frames = frames(HEADER, "{}", "{}", "{\"code\":\"é\"}");

    Message message = codec.decode(frames).orElseThrow();

    assertThat(message.type()).isEqualTo("x");
    assertThat(message.text("code", "")).isEqualTo("é");
    assertThat(message.identities()).containsExactly(bytes("id"));
  }

  @Test
  void should_sign_as_the_specification_says() throws Exception {
    JsonObject content = new JsonObject();
    content.addProperty("a", 1);
    List<byte[]> frames =
        codec.encode(Message.create(List.of(bytes("id")), "x_reply", new JsonObject(), content));

    assertThat(text(frames.get(1))).isEqualTo("<IDS|MSG>");
    assertThat(text(frames.get(2))).isEqualTo(signature(frames.subList(3, 7)));
    assertThat(text(frames.get(6))).isEqualTo("{\"a\":1}");
  }

  @Test
  void should_drop_a_wrong_or_missing_signature() throws Exception {
    assertDropped(frames -> frames.set(2, bytes("0".repeat(64))));
    assertDropped(frames -> frames.set(2, bytes("")));
    assertDropped(frames -> frames.set(6, bytes("{\"code\":\"changed\"}")));
  }

  @Test
  void should_drop_missing_frames() throws Exception {
    assertDropped(frames -> frames.remove(6));
    assertDropped(frames -> frames.subList(2, 7).clear());
    assertDropped(List::clear);
    assertThat(codec.decode(List.of(bytes("<IDS|MSG>"), new byte[1 << 20]))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{nope",
        "",
        "[]",
        "3",
        "\"text\"",
        "{\"msg_id\":\"1\",\"msg_type\":7}",
        "{\"msg_id\":null,\"msg_type\":\"x\"}",
        "{\"msg_type\":\"x\"}",
        "{}",
        "[[["
      })
  void should_drop_a_header_that_is_none(String header) throws Exception {
    assertThat(codec.decode(frames(header, "{}", "{}", "{}"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":",
        "[]",
        "7",
        "{code: 1}",
        "{'code': 1}",
        "{\"a\": NaN}",
        "{\"a\": 1} {}",
        "{} x"
      })
  void should_drop_content_that_is_no_object(String content) throws Exception {
    assertThat(codec.decode(frames(HEADER, "{}", "{}", content))).isEmpty();
  }

  @Test
  void should_drop_bytes_that_are_no_text_and_nesting_without_end() throws Exception {
    List<byte[]> frames = frames(HEADER, "{}", "{}", "{}");
    frames.set(6, new byte[] {'{', (byte) 0xff, '}'});
    frames.set(2, bytes(signature(frames.subList(3, 7))));
    assertThat(codec.decode(frames)).isEmpty();
    assertThat(codec.decode(frames(HEADER, "{}", "{}", "[".repeat(1 << 20)))).isEmpty();
  }

  @Test
  void should_read_only_what_it_can_write_again() throws Exception {
    String deep = "{\"a\": " + "[".repeat(99) + "]".repeat(99) + "}";
    Message message = codec.decode(frames(HEADER, deep, "{}", "{}")).orElseThrow();

    assertThat(text(codec.encode(message).get(4)).replace(" ", ""))
        .isEqualTo(deep.replace(" ", ""));
    assertThat(codec.decode(frames(HEADER, deep.replace("[]", "[[]]"), "{}", "{}"))).isEmpty();
    String brackets = "{\"code\": \"" + "[{\\\"".repeat(1000) + "\"}";
    assertThat(codec.decode(frames(HEADER, "{}", "{}", brackets))).isPresent();
  }

  @Test
  void should_take_only_whole_numbers_for_numbers() throws Exception {
    String numbers =
        "{\"a\": 3, \"b\": 2.0, \"c\": 1.5, \"d\": 1e400, \"e\": " + "9".repeat(500) + "}";
    Message message = codec.decode(frames(HEADER, "{}", "{}", numbers)).orElseThrow();

    assertThat(List.of("a", "b", "c", "d", "e", "f"))
        .extracting(each -> message.number(each, -1))
        .containsExactly(3, 2, -1, -1, -1, -1);
  }

  @Test
  void should_take_null_for_an_empty_object() throws Exception {
    assertThat(codec.decode(frames(HEADER, "null", "null", "null"))).isPresent();
  }

  private void assertDropped(Consumer<List<byte[]>> damage) throws Exception {
    List<byte[]> frames = frames(HEADER, "{}", "{}", "{}");
    damage.accept(frames);
    assertThat(codec.decode(frames)).isEmpty();
  }

  private static List<byte[]> frames(String... json) throws GeneralSecurityException {
    List<byte[]> signed = new ArrayList<>();
    for (String each : json) {
      signed.add(bytes(each));
    }
    List<byte[]> frames =
        new ArrayList<>(List.of(bytes("id"), bytes("<IDS|MSG>"), bytes(signature(signed))));
    frames.addAll(signed);
    return frames;
  }

  private static String signature(List<byte[]> frames) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(bytes(KEY), "HmacSHA256"));
    frames.forEach(mac::update);
    return HexFormat.of().formatHex(mac.doFinal());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
