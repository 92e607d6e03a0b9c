package dev.nabla.kernel.shell.advice;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names that people were taught by another language: each has its Java word here. */
final class TaughtNameSlips {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("True", "true"),
          Map.entry("TRUE", "true"),
          Map.entry("False", "false"),
          Map.entry("FALSE", "false"),
          Map.entry("None", "null"),
          Map.entry("NULL", "null"),
          Map.entry("nil", "null"),
          Map.entry("nullptr", "null"),
          Map.entry("undefined", "null"),
          Map.entry("self", "this"),
          Map.entry("pi", "PI"),
          Map.entry("π", "PI"),
          Map.entry("inf", "Double.POSITIVE_INFINITY"),
          Map.entry("Inf", "Double.POSITIVE_INFINITY"),
          Map.entry("nan", "Double.NaN"),
          Map.entry("NaN", "Double.NaN"));
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("string", "String"),
          Map.entry("str", "String"),
          Map.entry("bool", "boolean"),
          Map.entry("Bool", "boolean"),
          Map.entry("Int", "int"),
          Map.entry("integer", "int"),
          Map.entry("uint", "int"),
          Map.entry("unsigned", "int"),
          Map.entry("Float", "double"),
          Map.entry("number", "double"),
          Map.entry("real", "double"),
          Map.entry("float64", "double"),
          Map.entry("list", "List"),
          Map.entry("dict", "Map"),
          Map.entry("Dictionary", "Map"),
          Map.entry("vector", "List"),
          Map.entry("Matrix", "SimpleMatrix"),
          Map.entry("matrix", "SimpleMatrix"));
  private static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("print", "System.out.println(%s)"),
          Map.entry("println", "System.out.println(%s)"),
          Map.entry("printf", "System.out.printf(%s)"),
          Map.entry("disp", "show(%s)"),
          Map.entry("display", "show(%s)"),
          Map.entry("str", "String.valueOf(%s)"),
          Map.entry("len", "%s.length(), %<s.size() or %<s.length"),
          Map.entry("size", "%s.size()"),
          Map.entry("length", "%s.length"),
          Map.entry("input", "new Scanner(System.in).nextLine()"),
          Map.entry("range", "IntStream.range(0, %s)"),
          Map.entry("sum", "DoubleStream.of(%s).sum()"),
          Map.entry("type", "%s.getClass()"),
          Map.entry("sorted", "%s.stream().sorted().toList()"),
          Map.entry("inv", "%s.invert()"),
          Map.entry("det", "%s.determinant()"),
          Map.entry("dot", "A.mult(B)"),
          Map.entry("eye", "SimpleMatrix.identity(%s)"));

  private static final Set<String> LIBRARIES =
      Set.of("np", "numpy", "plt", "pd", "torch", "tf", "keras", "sklearn");

  static final List<Slip> ALL =
      List.of(
          new Slip(
              "word of another language",
              scene -> {
                String[] symbol = NameSlips.symbol(scene, "variable");
                String word = symbol == null ? null : WORDS.get(symbol[0]);
                return word == null || !NameSlips.standsAlone(scene)
                    ? null
                    : scene.on(scene.name(), symbol[0] + " is written " + word + " in Java.");
              }),
          new Slip(
              "type of another language",
              scene -> {
                String[] symbol = NameSlips.symbol(scene, "class");
                String type = symbol == null ? null : TYPES.get(symbol[0]);
                return type == null
                    ? null
                    : scene.on(
                        scene.at(), "the type " + symbol[0] + " is called " + type + " in Java.");
              }),
          new Slip(
              "function of another language",
              scene -> {
                String[] symbol = NameSlips.symbol(scene, "method");
                String java = symbol == null ? null : FUNCTIONS.get(symbol[0]);
                return java == null || !NameSlips.standsAlone(scene)
                    ? null
                    : scene.on(
                        scene.at(),
                        symbol[0]
                            + "(...) is written "
                            + String.format(java, NameSlips.arguments(scene))
                            + " in Java."
                            + (java.startsWith("System.out")
                                ? " The value of the last line of a cell is shown anyway."
                                : ""));
              }),
          new Slip(
              "help of another language",
              scene -> {
                Token name = scene.name();
                Token asked = name.is("help") ? scene.next(scene.next(name)) : name;
                Token help = name.is("help") ? name : scene.previous(scene.previous(name));
                boolean isName = asked.text().matches("\"?[A-Za-z]\\w*\"?");
                return NameSlips.symbol(scene, "variable|method") == null
                        || !help.is("help")
                        || scene.names.declared().containsKey("help")
                    ? null
                    : scene.on(
                        help,
                        "help is asked for with a question mark: ?"
                            + (isName ? asked.text().replace("\"", "") : "check")
                            + ". %help lists the magics.");
              }),
          new Slip(
              "Python library",
              scene -> {
                String[] symbol = NameSlips.symbol(scene, "variable");
                return symbol != null && LIBRARIES.contains(symbol[0])
                    ? scene.on(
                        scene.at(),
                        symbol[0]
                            + " is a library of Python. A matrix is made with matrix(\"1 2; 3 4\"), row(1, 2) or column(1, 2).")
                    : null;
              }));

  private TaughtNameSlips() {}
}
