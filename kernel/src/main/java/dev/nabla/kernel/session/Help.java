package dev.nabla.kernel.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cells such as {@code ?String} and {@code Math.max?}, which ask what something is. */
final class Help {
  private static final String NAME = "([\\p{L}_$][\\p{L}\\p{N}_$.]*)(?:\\(\\s*\\)?)?";
  private static final Pattern QUESTION =
      Pattern.compile("\\s*(?:\\?{1,2}\\s*" + NAME + "|" + NAME + "\\s*\\?{1,2})\\s*;?\\s*");

  private Help() {}

  /** What a cell asks for, or null if it is no such question. */
  static String asked(String code) {
    Matcher question = QUESTION.matcher(code);
    if (!question.matches()) {
      return null;
    }
    return question.group(1) == null ? question.group(2) : question.group(1);
  }

  /** The payload of an execute reply that opens the pager of a front end. */
  static JsonArray page(Map<String, String> bundle) {
    JsonObject page = new JsonObject();
    page.addProperty("source", "page");
    page.add("data", Json.strings(bundle));
    page.addProperty("start", 0);
    JsonArray payload = new JsonArray();
    payload.add(page);
    return payload;
  }
}
