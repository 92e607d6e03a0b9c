package dev.nabla.kernel.shell.advice;

import java.util.List;
import java.util.Map;

/** Values of the wrong type: in assignments, conditions, operators and type arguments. */
final class TypeSlips {
  static final Map<String, String> BOXES =
      Map.of(
          "int",
          "Integer",
          "double",
          "Double",
          "boolean",
          "Boolean",
          "char",
          "Character",
          "long",
          "Long",
          "float",
          "Float",
          "byte",
          "Byte",
          "short",
          "Short");

  static final List<Slip> ALL =
      List.of(
          new Slip(
              "= in a condition",
              scene -> {
                String[] types = mismatch(scene);
                return types != null && types[1].equals("boolean") && scene.at().is("=")
                    ? scene.on(scene.at(), "= assigns. To compare, write ==.")
                    : null;
              }),
          new Slip(
              "number as a condition",
              scene -> {
                String[] types = mismatch(scene);
                return types != null && types[1].equals("boolean") && BOXES.containsKey(types[0])
                    ? scene.here(
                        scene.refused()
                            + " is a number, but here true or false is needed. Write a"
                            + " comparison, such as "
                            + scene.refused()
                            + " != 0.")
                    : null;
              }),
          new Slip(
              "lossy conversion",
              scene -> {
                String[] types = scene.read("possible lossy conversion from (\\w+) to (\\w+)");
                if (types == null) {
                  return null;
                }
                if (types[1].equals("float")) {
                  return scene.here(
                      scene.refused()
                          + " is a double, not a float. Use double everywhere: it has"
                          + " twice the digits.");
                }
                return scene.here(
                    scene.refused()
                        + " is a "
                        + types[0]
                        + ", and "
                        + article(types[1])
                        + " would lose "
                        + (types[0].matches("double|float") ? "its decimals" : "its high digits")
                        + ". Write ("
                        + types[1]
                        + ") "
                        + cast(scene.refused())
                        + ", or make the variable a "
                        + types[0]
                        + ".");
              }),
          new Slip(
              "wrong type in for-each",
              scene -> {
                String[] types = mismatch(scene);
                return types != null
                        && scene.previous(scene.at()).is(":")
                        && scene.lineText(scene.at()).contains("for")
                    ? scene.here(
                        "the entries of "
                            + scene.refused()
                            + " are of type "
                            + types[0]
                            + ", not "
                            + types[1]
                            + ": for ("
                            + types[0]
                            + " ... : "
                            + scene.refused()
                            + ").")
                    : null;
              }),
          new Slip(
              "single and double quotes",
              scene -> {
                String[] types = mismatch(scene);
                String code = scene.refused();
                if (types != null
                    && types[0].equals("char")
                    && types[1].equals("String")
                    && code.startsWith("'")) {
                  return scene.here(
                      "a text stands in double quotes: " + code.replace('\'', '"') + ".");
                }
                return types != null
                        && types[0].equals("String")
                        && types[1].equals("char")
                        && code.length() == 3
                    ? scene.here(
                        "a character stands in single quotes: " + code.replace('"', '\'') + ".")
                    : null;
              }),
          new Slip(
              "text instead of a number",
              scene -> {
                String[] types = mismatch(scene);
                return types != null
                        && types[0].equals("String")
                        && types[1].matches("int|double|long|Integer|Double")
                    ? scene.here(
                        scene.refused()
                            + " is a text, not a number. Write it without quotes, or convert it: "
                            + (types[1].matches("int|Integer")
                                ? "Integer.parseInt("
                                : "Double.parseDouble(")
                            + scene.refused()
                            + ").")
                    : null;
              }),
          new Slip(
              "number instead of a text",
              scene -> {
                String[] types = mismatch(scene);
                return types != null && types[1].equals("String") && BOXES.containsKey(types[0])
                    ? scene.here(
                        scene.refused()
                            + " is a number, not a text. Write String.valueOf("
                            + scene.refused()
                            + ").")
                    : null;
              }),
          new Slip(
              "whole number for a Double",
              scene -> {
                String[] types = mismatch(scene);
                return types != null && types[0].equals("int") && types[1].matches("Double|Long")
                    ? scene.here(
                        "a "
                            + types[1]
                            + " is needed, and "
                            + scene.refused()
                            + " is an int. Write "
                            + scene.refused()
                            + (types[1].equals("Double") ? ".0." : "L."))
                    : null;
              }),
          new Slip(
              "nothing instead of a value",
              scene -> {
                String[] types = mismatch(scene);
                return types != null && types[0].equals("void")
                    ? scene.here(
                        scene.refused() + " gives no value back: it is void. Call it on its own.")
                    : null;
              }),
          new Slip(
              "missing cast",
              scene -> {
                String[] types = mismatch(scene);
                return types != null && types[0].equals("Object") && !types[1].contains("<")
                    ? scene.here(
                        scene.refused()
                            + " is only known to be an Object. If it is a "
                            + types[1]
                            + ", say so: ("
                            + types[1]
                            + ") "
                            + cast(scene.refused())
                            + ".")
                    : null;
              }),
          new Slip(
              "value from a void method",
              scene ->
                  scene.says("unexpected return value")
                      ? scene.here(
                          "this method is void, so it returns nothing. Change void to the type of "
                              + scene.refused()
                              + ".")
                      : null),
          new Slip(
              "return without a value",
              scene ->
                  scene.says("missing return value")
                      ? scene.here("this return needs a value, since the method is not void.")
                      : null),
          new Slip(
              "lambda without a type",
              scene ->
                  scene.says("is not a functional interface")
                      ? scene.here(
                          "a lambda needs a type that says what it takes:"
                              + " DoubleUnaryOperator f = x -> x + 1;")
                      : null),
          new Slip(
              "other wrong type",
              scene -> {
                String[] types = mismatch(scene);
                return types == null
                    ? null
                    : scene.here(
                        scene.refused()
                            + " is "
                            + article(types[0])
                            + ", but "
                            + article(types[1])
                            + " is needed here.");
              }),
          new Slip(
              "primitive type argument",
              scene -> {
                String box = BOXES.get(scene.at().text());
                return scene.is("type.found.req") && box != null
                    ? scene.on(
                        scene.at(),
                        "between < and > only classes may stand: "
                            + box
                            + " instead of "
                            + scene.at().text()
                            + ".")
                    : null;
              }),
          new Slip(
              "assignment to a value",
              scene ->
                  scene.is("unexpected.type") && scene.says("required: variable")
                      ? scene.here(
                          scene.refused()
                              + " is a value, not a variable, so it cannot change. The variable"
                              + " stands left of the =.")
                      : null));

  private TypeSlips() {}

  /** The two types of "incompatible types: a cannot be converted to b", or null. */
  private static String[] mismatch(Scene scene) {
    return scene.is("prob.found.req*")
        ? scene.read(
            "(?s)incompatible types:.*?([\\w<>\\[\\]?, ]+) cannot be converted to ([\\w<>\\[\\]?, ]+)")
        : null;
  }

  /** With parentheses where a cast would take only the first piece. */
  private static String cast(String code) {
    return code.matches("[\\w.\"]+|\\w+\\(.*\\)") ? code : "(" + code + ")";
  }

  static String article(String type) {
    String word = type.equals("String") ? "text (String)" : type;
    return ("AEIOaeio".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
  }
}
