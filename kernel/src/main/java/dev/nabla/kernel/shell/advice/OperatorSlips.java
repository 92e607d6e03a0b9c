package dev.nabla.kernel.shell.advice;

import java.util.List;

/** Operators between values that they do not work on. */
final class OperatorSlips {
  static final List<Slip> ALL =
      List.of(
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
                        TypeSlips.article(types[1])
                            + " and "
                            + TypeSlips.article(types[2])
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
                            + TypeSlips.article(types[1])
                            + " and "
                            + TypeSlips.article(types[2])
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
                            + TypeSlips.article(type[0])
                            + (type[1].equals("!")
                                ? ": it turns true into false. Write a comparison, such as == 0."
                                : "."));
              }));

  private OperatorSlips() {}

  /** Operator, left type and right type of a refused operation, or null. */
  private static String[] operands(Scene scene) {
    return scene.is("operator.cant.be.applied.1")
        ? scene.read("operator '(.+)'\\s+first type: +(.+)\\s+second type: +(.+)")
        : null;
  }

  private static String matrixOperator(Scene scene, String[] types) {
    String a = left(scene);
    String b = right(scene);
    boolean byNumber =
        TypeSlips.BOXES.containsKey(types[1]) || TypeSlips.BOXES.containsKey(types[2]);
    if (byNumber && types[0].equals("*")) {
      boolean numberFirst = TypeSlips.BOXES.containsKey(types[1]);
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
}
