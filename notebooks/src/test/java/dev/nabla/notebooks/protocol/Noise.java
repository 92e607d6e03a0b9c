package dev.nabla.notebooks.protocol;

import static dev.nabla.notebooks.protocol.RawKernel.bytes;
import static dev.nabla.notebooks.protocol.RawKernel.signed;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Messages of every kind, most of them spoiled: in their fields and signed, in their bytes and
 * signed, in their bytes, or nothing but noise. The same seed gives the same messages.
 */
final class Noise {
  private static final String CODE = "\"code\": \"System.out.println(1 + 1); 6 * 7\"";

  /** Type and content of well-formed messages; none of them ends the kernel or waits. */
  private static final Map<String, String> MESSAGES =
      Map.ofEntries(
          Map.entry("kernel_info_request", "{}"),
          Map.entry("connect_request", "{}"),
          Map.entry("interrupt_request", "{}"),
          Map.entry(
              "execute_request",
              "{"
                  + CODE
                  + ", \"silent\": false, \"store_history\": true, \"allow_stdin\": false,"
                  + " \"stop_on_error\": false, \"user_expressions\": {\"a\": \"1\"}}"),
          Map.entry("complete_request", "{\"code\": \"Math.ma\", \"cursor_pos\": 7}"),
          Map.entry(
              "inspect_request",
              "{\"code\": \"Math.max\", \"cursor_pos\": 8, \"detail_level\": 0}"),
          Map.entry("is_complete_request", "{" + CODE + "}"),
          Map.entry(
              "history_request",
              "{\"hist_access_type\": \"range\", \"output\": true, \"raw\": true, \"session\": 0,"
                  + " \"start\": 0, \"stop\": 9, \"n\": 5, \"pattern\": \"*\", \"unique\": true}"),
          Map.entry("comm_info_request", "{\"target_name\": \"jupyter.widget\"}"),
          Map.entry(
              "comm_open",
              "{\"comm_id\": \"c\", \"target_name\": \"noise\", \"data\": {\"a\": [1, null]}}"),
          Map.entry(
              "comm_msg",
              "{\"comm_id\": \"c\", \"data\": {\"method\": \"update\", \"state\": {\"value\": 1}}}"),
          Map.entry("comm_close", "{\"comm_id\": \"c\", \"data\": {}}"),
          Map.entry("input_reply", "{\"value\": \"x\"}"),
          Map.entry(
              "debug_request", "{\"type\": \"request\", \"command\": \"attach\", \"seq\": 1}"),
          Map.entry("create_subshell_request", "{}"),
          Map.entry("status", "{\"execution_state\": \"idle\"}"),
          Map.entry("execute_reply", "{\"status\": \"ok\", \"execution_count\": 1}"),
          Map.entry("no_such_thing", "{}"));

  private static final List<String> TYPES = MESSAGES.keySet().stream().sorted().toList();

  private final Random random;
  private int count;

  Noise(long seed) {
    random = new Random(seed);
  }

  /** The frames of the next message. */
  List<byte[]> next() {
    count++;
    return switch (random.nextInt(10)) {
      case 0 -> noise();
      case 1, 2 -> spoiledBytes(wellFormed());
      case 3, 4, 5 -> signedAgain(spoiledBytes(wellFormed()));
      default -> signed(spoiledFields());
    };
  }

  private List<byte[]> wellFormed() {
    String type = any(TYPES);
    return signed(header(type), "{}", "{}", MESSAGES.get(type));
  }

  private String header(String type) {
    return "{\"msg_id\": \"noise-"
        + count
        + "\", \"session\": \"noise\", \"username\": \"noise\","
        + " \"date\": \"2026-01-01T00:00:00.000Z\", \"msg_type\": \""
        + type
        + "\", \"version\": \"5.3\"}";
  }

  private String[] spoiledFields() {
    String type = any(TYPES);
    List<JsonElement> frames = new ArrayList<>();
    for (String each : List.of(header(type), "{}", "{}", MESSAGES.get(type))) {
      frames.add(JsonParser.parseString(each));
    }
    for (int i = random.nextInt(3); i >= 0; i--) {
      int frame = random.nextInt(8) == 0 ? random.nextInt(3) : 3;
      frames.set(frame, spoiled(frames.get(frame)));
    }
    return frames.stream().map(JsonElement::toString).toArray(String[]::new);
  }

  private JsonElement spoiled(JsonElement json) {
    if (json instanceof JsonObject object && !object.keySet().isEmpty() && random.nextInt(8) > 0) {
      String field = any(new ArrayList<>(object.keySet()));
      switch (random.nextInt(4)) {
        case 0 -> object.remove(field);
        case 1 -> object.add(field + "x", object.remove(field));
        default -> object.add(field, spoiled(object.get(field)));
      }
      return object;
    }
    return switch (random.nextInt(12)) {
      case 0 -> JsonNull.INSTANCE;
      case 1 -> new JsonPrimitive(random.nextBoolean());
      case 2 -> new JsonPrimitive(random.nextInt());
      case 3 -> new JsonPrimitive(Double.MAX_VALUE);
      case 4 -> JsonParser.parseString("9".repeat(1 + random.nextInt(400)));
      case 5 -> new JsonPrimitive("");
      case 6 -> new JsonPrimitive("\u0000\ud800 \u2028 😀 */ \" \\");
      case 7 -> new JsonPrimitive("x".repeat(random.nextInt(20_000)));
      case 8 -> new JsonArray();
      case 9 -> nested(random.nextInt(200));
      case 10 -> new JsonPrimitive(any(List.of("1 +", "}{", "int é = 😀;", "import", "\"", "/*")));
      default -> new JsonObject();
    };
  }

  private JsonElement nested(int depth) {
    JsonElement json = new JsonArray();
    for (int i = 0; i < depth; i++) {
      if (random.nextBoolean()) {
        JsonArray array = new JsonArray();
        array.add(json);
        json = array;
      } else {
        JsonObject object = new JsonObject();
        object.add("a", json);
        json = object;
      }
    }
    return json;
  }

  private List<byte[]> spoiledBytes(List<byte[]> frames) {
    int which = random.nextInt(frames.size());
    switch (random.nextInt(8)) {
      case 0 -> frames.remove(which);
      case 1 -> frames.add(which, frames.get(random.nextInt(frames.size())));
      case 2 -> Collections.swap(frames, which, random.nextInt(frames.size()));
      case 3 -> frames.set(which, new byte[0]);
      case 4 -> frames.set(which, randomBytes(1 << random.nextInt(12)));
      case 5 -> {
        byte[] frame = frames.get(which);
        frames.set(which, java.util.Arrays.copyOf(frame, random.nextInt(frame.length + 1)));
      }
      default -> {
        byte[] frame = frames.get(which).clone();
        for (int i = random.nextInt(4); i >= 0 && frame.length > 0; i--) {
          frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
        }
        frames.set(which, frame);
      }
    }
    return frames;
  }

  /** With a signature that fits what is there, so that it is read and not only dropped. */
  private static List<byte[]> signedAgain(List<byte[]> frames) {
    if (frames.size() < 3) {
      return frames;
    }
    return signed(frames.subList(2, frames.size()));
  }

  private List<byte[]> noise() {
    List<byte[]> frames = new ArrayList<>();
    for (int i = random.nextInt(9); i >= 0; i--) {
      boolean huge = random.nextInt(300) == 0;
      frames.add(randomBytes(huge ? 1 << 20 : random.nextInt(100)));
    }
    if (random.nextBoolean()) {
      frames.add(random.nextInt(frames.size()), bytes("<IDS|MSG>"));
    }
    return frames;
  }

  private byte[] randomBytes(int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
