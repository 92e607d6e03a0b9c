package dev.nabla.notebooks.grade;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers that stand in their cell as text or a number, such as {@code var dW1 = "1 2; 3 4";}: most
 * do, and to read them no program has to run.
 */
final class Literal {
  private static final Pattern COMMENT = Pattern.compile("\\s*(//.*)?");
  private static final String NUMBER = "-?(?:0|[1-9]\\d{0,8})";
  private static final Pattern DECLARATION =
      Pattern.compile(
          "\\s*(?:(?:var|String)\\s+(?<text>\\w+)\\s*=\\s*\"(?<quoted>[^\"]*)\""
              + "|(?:var|int)\\s+(?<whole>\\w+)\\s*=\\s*(?<int>"
              + NUMBER
              + ")|(?:var|double)\\s+(?<real>\\w+)\\s*=\\s*(?<double>"
              + NUMBER
              + "\\.\\d{1,15}))\\s*;\\s*(?://.*)?");

  private Literal() {}

  /** The variables of a cell with their values; null if it has anything else in it. */
  static Map<String, JsonObject> of(String source) {
    if (source.indexOf('\\') >= 0) {
      // Java reads escapes everywhere.
      return null;
    }
    Map<String, JsonObject> values = new HashMap<>();
    for (String line : source.split("\\R")) {
      Matcher declaration = DECLARATION.matcher(line);
      if (declaration.matches()) {
        put(values, declaration);
      } else if (!COMMENT.matcher(line).matches()) {
        return null;
      }
    }
    return values;
  }

  private static void put(Map<String, JsonObject> values, Matcher declaration) {
    if (declaration.group("text") != null) {
      values.put(declaration.group("text"), Handover.pack(declaration.group("quoted")));
    } else if (declaration.group("whole") != null) {
      values.put(
          declaration.group("whole"), Handover.pack(Integer.valueOf(declaration.group("int"))));
    } else {
      values.put(
          declaration.group("real"), Handover.pack(Double.valueOf(declaration.group("double"))));
    }
  }
}
