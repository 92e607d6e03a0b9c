package dev.nabla.kernel.shell.advice;

import java.util.List;
import java.util.Map;

/** Values of the wrong type: in assignments, conditions, operators and type arguments. */
final class TypeSlips {
  private static final Map<String, String> BOXES =
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
                        + ", and a "
                        + types[1]
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
              "operator between matrices",
              scene -> {
                String[] types = operands(scene);
                return types != null && types[1].contains("Matrix")
                        || types != null && types[2].contains("Matrix")
                    ? scene.on(scene.at(), matrixOperator(scene, types))
                    : null;
              }),
          new Slip(
              "^ as a power",
              scene -> {
                String[] types = operands(scene);
                return types != null && types[0].equals("^")
                    ? scene.on(
                        scene.at(),
                        "^ is no power in Java. Write pow("
                            + left(scene)
                            + ", "
                            + right(scene)
                            + "), or for a square "
                            + left(scene)
                            + " * "
                            + left(scene)
                            + ".")
                    : null;
              }),
          new Slip(
              "chain of comparisons",
              scene -> {
                String[] types = operands(scene);
                return types != null && types[1].equals("boolean") && types[0].matches("[<>]=?")
                    ? scene.on(scene.at(), "two comparisons are joined with &&: 1 < x && x < 5.")
                    : null;
              }),
          new Slip(
              "minus between texts",
              scene -> {
                String[] types = operands(scene);
                return types != null
                        && types[0].matches("[-*/]")
                        && (types[1].equals("String") || types[2].equals("String"))
                    ? scene.on(scene.at(), "a text knows + alone, not " + types[0] + ".")
                    : null;
              }),
          new Slip(
              "comparison of different types",
              scene -> {
                String[] types = operands(scene);
                if (types == null && scene.is("incomparable.types")) {
                  types = scene.read("(==)?.*?types:? (\\w+) (?:and|cannot be compared to) (\\w+)");
                }
                return types != null && (types[0] == null || types[0].matches("[!=]="))
                    ? scene.on(
                        scene.at(),
                        article(types[1])
                            + " and "
                            + article(types[2])
                            + " can never be equal. Convert one of them.")
                    : null;
              }),
          new Slip(
              "operator for other types",
              scene -> {
                String[] types = operands(scene);
                return types == null
                    ? null
                    : scene.on(
                        scene.at(),
                        types[0]
                            + " does not work between "
                            + article(types[1])
                            + " and "
                            + article(types[2])
                            + ".");
              }),
          new Slip(
              "not of a number",
              scene -> {
                String[] type = scene.read("bad operand type (.+) for unary operator '(.+)'");
                return type == null
                    ? null
                    : scene.here(
                        type[1]
                            + " does not work on "
                            + article(type[0])
                            + (type[1].equals("!")
                                ? ": it turns true into false. Write a comparison, such as == 0."
                                : "."));
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
              "number too large for an int",
              scene ->
                  scene.is("int.number.too.large")
                      ? scene.on(
                          scene.at(),
                          scene.at().text()
                              + " is too large for an int, which ends at 2147483647. Write "
                              + scene.at().text()
                              + "L and make it a long.")
                      : null),
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

  /** Operator, left type and right type of a refused operation, or null. */
  private static String[] operands(Scene scene) {
    return scene.is("operator.cant.be.applied.1")
        ? scene.read("operator '(.+)'\\s+first type: +(.+)\\s+second type: +(.+)")
        : null;
  }

  private static String matrixOperator(Scene scene, String[] types) {
    String a = left(scene);
    String b = right(scene);
    boolean byNumber = BOXES.containsKey(types[1]) || BOXES.containsKey(types[2]);
    if (byNumber && types[0].equals("*")) {
      boolean numberFirst = BOXES.containsKey(types[1]);
      return "a matrix is scaled with "
          + (numberFirst ? b : a)
          + ".scale("
          + (numberFirst ? a : b)
          + ").";
    }
    return switch (types[0]) {
      case "*" ->
          "matrices are multiplied with "
              + a
              + ".mult("
              + b
              + "), entry by entry with "
              + a
              + ".elementMult("
              + b
              + ").";
      case "+" -> "matrices are added with " + a + ".plus(" + b + ").";
      case "-" -> "matrices are subtracted with " + a + ".minus(" + b + ").";
      case "/" ->
          "matrices are divided entry by entry with "
              + a
              + (byNumber ? ".divide(" : ".elementDiv(")
              + b
              + ").";
      case "^" -> "entries are raised to a power with " + a + ".elementPower(" + b + ").";
      default -> types[0] + " does not work between matrices.";
    };
  }

  private static String left(Scene scene) {
    return scene.source.between(scene.start(), scene.at().start()).strip();
  }

  private static String right(Scene scene) {
    return scene.source.between(scene.at().end(), scene.start() + scene.refused().length()).strip();
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
