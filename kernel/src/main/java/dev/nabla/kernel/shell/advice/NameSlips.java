package dev.nabla.kernel.shell.advice;

import dev.nabla.kernel.shell.advice.KnownNames.Kind;
import dev.nabla.kernel.shell.advice.KnownNames.Known;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that stand alone and that nobody has declared, or not as that. */
final class NameSlips {
  private static final int MOST_CALLS = 3;

  static final List<Slip> ALL =
      List.of(
          new Slip("shadowed name of the language", NameSlips::shadowed),
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
              "method of the language used as a variable",
              scene -> {
                String[] symbol = symbol(scene, "variable");
                String calls = symbol == null ? "" : calls(symbol[0], scene.names);
                return calls.isEmpty() || !standsAlone(scene)
                    ? null
                    : scene.on(
                        scene.at(),
                        symbol[0]
                            + " is a method: write "
                            + calls
                            + "; ?"
                            + symbol[0]
                            + " explains it. For a variable of that name, run the cell that"
                            + " declares it.");
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

  /** How a method of the language is called, with its fewest arguments first; empty if none. */
  private static String calls(String name, KnownNames names) {
    return names
        .methods(name)
        .sorted(
            Comparator.comparingInt(Method::getParameterCount).thenComparing(NameSlips::parameters))
        .map(each -> name + "(" + parameters(each) + ")")
        .distinct()
        .limit(MOST_CALLS)
        .collect(Collectors.joining(" or "));
  }

  private static String parameters(Method method) {
    return Stream.of(method.getParameters())
        .map(each -> each.isNamePresent() ? each.getName() : "...")
        .distinct()
        .collect(Collectors.joining(", "));
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

  /** A name of the language that the user has taken for something else, where it bites. */
  private static Advice shadowed(Scene scene) {
    if (scene.isSyntax() || scene.is("already.defined*")) {
      return null;
    }
    for (Token token : scene.source.tokens) {
      boolean isCalled = scene.source.from(scene.start()) == scene.next(scene.next(token));
      if (token.end() <= scene.start() && !isCalled || token.start() >= callEnd(scene)) {
        continue;
      }
      Optional<Known> known = Optional.ofNullable(scene.names.declared().get(token.text()));
      boolean hides =
          known.isPresent()
              && known.get().kind() != Kind.TYPE
              && scene.names.isOfTheLanguage(token.text())
              && !scene.previous(token).is(".")
              && !scene.next(token).is("=")
              && (known.get().kind() == Kind.METHOD) == scene.next(token).is("(");
      if (hides) {
        String name = token.text();
        return scene.on(
            token,
            name
                + " is your "
                + (known.get().kind() == Kind.METHOD ? "method" : "variable")
                + " from cell "
                + known.get().cell()
                + "; write Nabla."
                + name
                + ", or %reset "
                + name
                + ".");
      }
    }
    return null;
  }

  /** Where the refused code ends, with the arguments of a refused call. */
  private static int callEnd(Scene scene) {
    Token open = scene.next(scene.name());
    int close = open.is("(") ? scene.source.closing(scene.source.index(open)) : -1;
    int end = scene.start() + scene.refused().length();
    return close < 0 ? end : Math.max(end, scene.source.tokens.get(close).end());
  }
}
