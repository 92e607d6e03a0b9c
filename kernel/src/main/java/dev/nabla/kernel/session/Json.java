package dev.nabla.kernel.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/** Builds the JSON of replies. */
final class Json {
  private Json() {}

  /** The start of every reply that succeeds. */
  static JsonObject ok() {
    JsonObject json = new JsonObject();
    json.addProperty("status", "ok");
    return json;
  }

  static JsonArray strings(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  static JsonObject strings(Map<String, String> texts) {
    JsonObject object = new JsonObject();
    texts.forEach(object::addProperty);
    return object;
  }
}
