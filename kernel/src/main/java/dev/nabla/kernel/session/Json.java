package dev.nabla.kernel.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.nabla.kernel.shell.Failure;
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

  static boolean isText(JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isString();
  }

  /** The content of an error message. */
  static JsonObject error(Failure failure) {
    JsonObject error = new JsonObject();
    error.addProperty("ename", failure.name());
    error.addProperty("evalue", failure.message());
    error.add("traceback", strings(Traceback.of(failure.report())));
    return error;
  }

  /** The content of a display message that shows text. */
  static JsonObject text(String text) {
    JsonObject content = new JsonObject();
    content.add("data", strings(Map.of("text/plain", text)));
    content.add("metadata", new JsonObject());
    return content;
  }

  /** The content of a display message whose value can be replaced by its id. */
  static JsonObject shownAs(String id, JsonObject content) {
    JsonObject shown = content.deepCopy();
    JsonObject transients = new JsonObject();
    transients.addProperty("display_id", id);
    shown.add("transient", transients);
    return shown;
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
