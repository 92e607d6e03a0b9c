package dev.nabla.kernel.shell.advice;

import dev.nabla.kernel.shell.advice.KnownNames.Kind;
import java.util.List;
import java.util.stream.Stream;

/** Names that stand alone and that nobody has declared, or not as that. */
final class NameSlips {
  static final List<Slip> ALL =
      List.of(
          new Slip(
              "variable without a type",
              scene -> {
                String[] symbol = symbol(scene, "variable");
                Token name = scene.at();
                boolean assigns = scene.next(name).is("=") && standsAlone(scene);
                return symbol == null
                        || !assigns
                        || Nearest.of(symbol[0], scene.names.declared().keySet()) != null
                    ? null
                    : scene.on(
                        name,
                        symbol[0]
                            + " is new, so it needs a type: var "
                            + symbol[0]
                            + " = "
                            + value(scene, name)
                            + ";");
              }),
          new Slip(
              "assignment to a misspelled name",
              scene -> {
                String[] symbol = symbol(scene, "variable");
                String near =
                    symbol == null ? null : Nearest.of(symbol[0], scene.names.declared().keySet());
                return near == null || !scene.next(scene.at()).is("=")
                    ? null
                    : scene.on(
                        scene.at(),
                        symbol[0]
                            + " is not there. Did you mean "
                            + near
                            + "? A new variable needs a type: var "
                            + symbol[0]
                            + " = ...");
              }),
          new Slip(
              "object without new",
              scene -> {
                String[] symbol = symbol(scene, "method");
                return symbol == null || !standsAlone(scene) || !isType(scene, symbol[0])
                    ? null
                    : scene.on(
                        scene.at(),
                        "an object is made with new: new "
                            + symbol[0]
                            + "("
                            + arguments(scene)
                            + ").");
              }),
          new Slip(
              "variable used as a method",
              scene -> {
                String[] symbol = symbol(scene, "method");
                String type = symbol == null ? "" : scene.names.typeOf(symbol[0]);
                if (type.isEmpty() || !standsAlone(scene)) {
                  return null;
                }
                String call = symbol[0] + "(" + arguments(scene) + ")";
                return scene.on(
                    scene.at(),
                    symbol[0]
                        + " is a variable, not a method. "
                        + access(symbol[0], type, arguments(scene), call));
              }),
          new Slip(
              "value of the language used as a method",
              scene -> {
                String[] symbol = symbol(scene, "method");
                return symbol == null
                        || !standsAlone(scene)
                        || !has(scene, scene.names.typeOfTheLanguage(symbol[0]), "of")
                    ? null
                    : scene.on(
                        scene.at(),
                        symbol[0]
                            + " is a value, not a method. Write "
                            + symbol[0]
                            + ".of("
                            + arguments(scene)
                            + ").");
              }),
          new Slip(
              "method used as a variable",
              scene -> {
                String[] symbol = symbol(scene, "variable");
                return symbol == null
                        || !standsAlone(scene)
                        || scene.names.find(symbol[0], Kind.METHOD).isEmpty()
                    ? null
                    : scene.on(
                        scene.at(),
                        symbol[0]
                            + " is a method. Call it with parentheses: "
                            + symbol[0]
                            + "(...).");
              }),
          new Slip(
              "constant without its enum",
              scene -> {
                String[] symbol = symbol(scene, "variable");
                Token type = scene.previous(scene.previous(scene.previous(scene.at())));
                return symbol != null
                        && scene.previous(scene.at()).is("=")
                        && scene.names.find(type.text(), Kind.TYPE).isPresent()
                    ? scene.on(
                        scene.at(),
                        symbol[0] + " belongs to its type: " + type.text() + "." + symbol[0] + ".")
                    : null;
              }),
          new Slip(
              "type that needs an import",
              scene -> {
                String[] symbol = symbol(scene, "class|variable");
                String home = symbol == null ? null : CommonTypes.PACKAGES.get(symbol[0]);
                return home == null || !standsAlone(scene)
                    ? null
                    : scene.on(
                        scene.at(),
                        symbol[0]
                            + " needs an import. Put import "
                            + home
                            + "."
                            + symbol[0]
                            + "; at the top of the cell.");
              }),
          new Slip(
              "misspelled type",
              scene -> {
                String[] symbol = symbol(scene, "class");
                return symbol == null
                    ? null
                    : scene.on(
                        scene.name(),
                        "there is no type "
                            + symbol[0]
                            + "."
                            + didYouMean(
                                Nearest.of(symbol[0], types(scene)),
                                " Is it spelled right, and does it need an import?"));
              }),
          new Slip(
              "misspelled variable",
              scene -> {
                String[] symbol = symbol(scene, "variable");
                if (symbol == null || !standsAlone(scene)) {
                  return null;
                }
                boolean beforePoint = scene.next(scene.at()).is(".");
                String near = Nearest.of(symbol[0], scene.names.all(Kind.VARIABLE));
                String type =
                    near == null && beforePoint
                        ? Nearest.of(symbol[0], scene.names.all(Kind.TYPE))
                        : null;
                String words =
                    type != null
                        ? didYouMean(type, "") + " Or run the cell that declares " + symbol[0] + "."
                        : didYouMean(
                            near,
                            " Run the cell that declares it, or declare it: var "
                                + symbol[0]
                                + " = ...;");
                return scene.on(scene.at(), symbol[0] + " is not there." + words);
              }),
          new Slip(
              "method of a value called alone",
              scene -> {
                String[] symbol = symbol(scene, "method");
                String call =
                    symbol == null || !standsAlone(scene) ? null : member(scene, symbol[0]);
                return call == null
                    ? null
                    : scene.on(
                        scene.at(), symbol[0] + " is a method of a value: write " + call + ".");
              }),
          new Slip(
              "misspelled method",
              scene -> {
                String[] symbol = symbol(scene, "method");
                return symbol == null || !standsAlone(scene)
                    ? null
                    : scene.on(
                        scene.at(),
                        "there is no method "
                            + symbol[0]
                            + "."
                            + didYouMean(
                                Nearest.of(symbol[0], scene.names.all(Kind.METHOD)),
                                " Run the cell that declares it first."));
              }),
          new Slip(
              "unknown package",
              scene -> {
                String[] found = scene.read("package ([\\w.]+) does not exist");
                if (!scene.is("doesnt.exist") || found == null) {
                  return null;
                }
                String near = Nearest.of(found[0], scene.names.all(Kind.TYPE));
                int at =
                    Math.max(
                        0,
                        scene.source.text.indexOf(found[0], scene.source.lineStart(scene.start())));
                boolean isType =
                    near != null && !scene.lineText(scene.source.from(at)).startsWith("import");
                return new Advice(
                    at,
                    at + found[0].length(),
                    isType
                        ? "there is no " + found[0] + ". Did you mean " + near + "?"
                        : "there is no package "
                            + found[0]
                            + ". Is it spelled right? A library comes with %maven or %jars.");
              }));

  private NameSlips() {}

  /** Kind and name of the symbol that is not there: {@code [name]}, or null. */
  static String[] symbol(Scene scene, String kinds) {
    return scene.is("cant.resolve*") ? scene.read("symbol:\\s+(?:" + kinds + ") (\\w+)") : null;
  }

  /** Whether the name is not a member of something else. */
  static boolean standsAlone(Scene scene) {
    return !scene.at().is(".") && !scene.previous(scene.at()).is(".", "::");
  }

  static String didYouMean(String near, String otherwise) {
    return near == null ? otherwise : " Did you mean " + near + "?";
  }

  /** The text between the parentheses of the call at the problem. */
  static String arguments(Scene scene) {
    return arguments(scene, scene.name());
  }

  /** The text between the parentheses of a call. */
  static String arguments(Scene scene, Token name) {
    Token open = scene.next(name);
    int close = open.is("(") ? scene.source.closing(scene.source.index(open)) : -1;
    return close < 0
        ? "..."
        : scene.source.between(open.end(), scene.source.tokens.get(close).start()).strip();
  }

  private static List<String> types(Scene scene) {
    return Stream.concat(scene.names.all(Kind.TYPE).stream(), CommonTypes.PRIMITIVES.stream())
        .toList();
  }

  /** {@code W1.transpose()} for {@code transpose(W1)}; {@code net.train(X, Y)} for the rest. */
  private static String member(Scene scene, String method) {
    String arguments = arguments(scene);
    int comma = firstComma(arguments);
    String first = comma < 0 ? arguments : arguments.substring(0, comma);
    String rest = comma < 0 ? "" : arguments.substring(comma + 1).strip();
    // What an expression gives is not known here: most likely a matrix.
    String type = first.endsWith(")") ? "SimpleMatrix" : scene.names.typeOf(first);
    if (has(scene, type, method)) {
      return first + "." + method + "(" + rest + ")";
    }
    return scene.names.declared().keySet().stream()
        .sorted()
        .filter(name -> isOfTheLanguage(scene, scene.names.typeOf(name)))
        .filter(name -> has(scene, scene.names.typeOf(name), method))
        .findFirst()
        .map(name -> name + "." + method + "(" + arguments + ")")
        .orElse(null);
  }

  /** Where the first argument ends; -1 if it is the only one. */
  private static int firstComma(String arguments) {
    int depth = 0;
    for (int i = 0; i < arguments.length(); i++) {
      char c = arguments.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isOfTheLanguage(Scene scene, String type) {
    return scene
        .names
        .type(type)
        .filter(each -> each.getName().startsWith("dev.nabla."))
        .isPresent();
  }

  private static boolean has(Scene scene, String type, String method) {
    return !type.isEmpty()
        && scene.names.type(type).stream()
            .flatMap(each -> Stream.of(each.getMethods()))
            .anyMatch(each -> each.getName().equals(method));
  }

  private static boolean isType(Scene scene, String name) {
    return scene.names.find(name, Kind.TYPE).isPresent()
        || Character.isUpperCase(name.charAt(0)) && scene.names.type(name).isPresent();
  }

  static String value(Scene scene, Token name) {
    String line = scene.lineText(name);
    int at = scene.next(name).end() - scene.line(name).get(0).start();
    String value = line.substring(Math.min(line.length(), at)).strip();
    return value.isEmpty() ? "..." : value.replaceAll("\\s*;.*$", "");
  }

  private static String access(String name, String type, String arguments, String call) {
    if (type.endsWith("[]")) {
      return "An entry is " + name + "[" + arguments + "].";
    }
    if (type.contains("Matrix")) {
      return "An entry is " + name + ".get(" + arguments + "), counted from 0.";
    }
    if (type.startsWith("List") || type.contains("List<")) {
      return "An entry is " + name + ".get(" + arguments + ").";
    }
    return "For a product write " + call.replaceFirst("\\(", " * (") + ".";
  }
}
