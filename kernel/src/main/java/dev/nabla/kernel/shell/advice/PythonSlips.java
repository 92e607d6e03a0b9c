package dev.nabla.kernel.shell.advice;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write who come from Python. */
final class PythonSlips {
  private static final Map<String, String> OPERATORS =
      Map.of("and", "&&", "or", "||", "not", "!", "is", "==");

  /** Up to a place where every parenthesis that was opened is closed. */
  private static final String OUTSIDE_PARENTHESES =
      "[^?{()]*(?:\\((?:[^()]|\\([^()]*\\))*\\)[^?{()]*)*";

  static final List<Slip> ALL =
      List.of(
          new Slip(
              "comment with #",
              scene -> {
                int at = scene.position();
                return scene.is("illegal.char") && scene.source.between(at, at + 1).equals("#")
                    ? new Advice(at, at + 1, "a comment begins with //, not with #.")
                    : null;
              }),
          line(
              "Python import",
              "^\\s*(?:import\\s+([\\w.]+)\\s+as\\s+\\w+|from\\s+([\\w.]+)\\s+import\\b.*"
                  + "|import\\s+([a-z]\\w*))\\s*;?\\s*$",
              found ->
                  "this is a Python import; Java cannot load "
                      + found
                      + ". Matrices and networks are here without any import."),
          line(
              "def",
              "^\\s*def\\s+(\\w+)\\s*\\(",
              found ->
                  "a method begins with the type of its result: double "
                      + found
                      + "(double x) { return ...; }"),
          line(
              "elif",
              "(?:^|\\})\\s*(elif|elseif|elsif)\\b",
              found -> found + " is written else if (...)."),
          line(
              "lambda",
              "\\blambda\\s+(\\w+)\\s*:",
              found -> "a lambda is written with an arrow: " + found + " -> ..."),
          line(
              "range loop",
              "^\\s*for\\s+(\\w+)\\s+in\\s+range\\b",
              found ->
                  "counting is written for (int "
                      + found
                      + " = 0; "
                      + found
                      + " < n; "
                      + found
                      + "++) { ... }"),
          line(
              "for in",
              "^\\s*for\\s*\\(?\\s*(?:\\w+\\s+)?(\\w+)\\s+in\\b",
              found -> "a walk through values is written for (var " + found + " : values) { ... }"),
          line(
              "except",
              "^\\s*(except|raise|del|assert|with|nonlocal|global|yield)\\b(?!\\s*[=.(])",
              PythonSlips::keyword),
          // A pass that is only missing is what nets call theirs.
          new Slip(
              "pass",
              scene -> {
                Token pass = scene.at().is("pass") ? scene.at() : scene.before();
                return scene.isSyntax() && pass.is("pass")
                    ? scene.on(pass, "Java has no pass. An empty block is { }.")
                    : null;
              }),
          line(
              "block with a colon",
              "^[\\s}]*(if|else|while|for|try|class|switch)\\b"
                  + OUTSIDE_PARENTHESES
                  + ":\\s*(?:#.*|//.*|[^:{}]*)$",
              found -> "a block stands in braces, not after a colon: " + found + braces(found)),
          line("then", "\\)\\s*(then)\\b", found -> "Java has no then: if (...) { ... }"),
          line(
              "f-string",
              "^(?:[^\"]|\"[^\"]*\")*?\\bf(\"[^\"]*\")",
              found -> "Java has no f\"...\". Join the pieces with +: \"x is \" + x."),
          new Slip(
              "and, or, not",
              scene -> {
                for (Token token :
                    List.of(scene.at(), scene.before(), scene.previous(scene.before()))) {
                  if (scene.isSyntax() && OPERATORS.containsKey(token.text())) {
                    return scene.on(
                        token, token.text() + " is written " + OPERATORS.get(token.text()) + ".");
                  }
                }
                return null;
              }),
          new Slip(
              "power with **",
              scene ->
                  scene.isSyntax() && scene.at().is("*") && scene.before().is("*")
                      ? new Advice(
                          scene.before().start(),
                          scene.at().end(),
                          "Java has no **. A power is pow(x, 2), a square also x * x.")
                      : null),
          new Slip(
              "slice",
              scene -> {
                Token open = scene.previous(scene.before());
                Token name = scene.previous(open);
                return scene.isSyntax() && scene.at().is(":") && open.is("[") && name.isName()
                    ? scene.on(
                        scene.at(),
                        "Java has no slices. Write Arrays.copyOfRange("
                            + name.text()
                            + ", from, to) for an array, "
                            + name.text()
                            + ".substring(from, to) for a text.")
                    : null;
              }),
          new Slip(
              "matrix product with @",
              scene -> {
                Token at =
                    scene.line(scene.at()).stream().filter(t -> t.is("@")).findFirst().orElse(null);
                return scene.isSyntax() && at != null && scene.previous(at).isName()
                    ? scene.on(
                        at,
                        "a product of matrices is written "
                            + scene.previous(at).text()
                            + ".mult("
                            + scene.next(at).text()
                            + ").")
                    : null;
              }));

  private PythonSlips() {}

  private interface Words {
    String of(String found);
  }

  /** A habit that shows in the shape of the line of the problem. */
  private static Slip line(String name, String shape, Words words) {
    Pattern pattern = Pattern.compile(shape);
    return new Slip(
        name,
        scene -> {
          if (!scene.isSyntax() && !scene.is("cant.resolve*")) {
            return null;
          }
          int start = scene.source.lineStart(scene.start());
          Matcher matcher =
              pattern.matcher(scene.source.between(start, scene.source.lineEnd(start)));
          if (!matcher.find()) {
            return null;
          }
          int group = 1;
          while (matcher.group(group) == null) {
            group++;
          }
          return new Advice(
              start + matcher.start(group),
              start + matcher.end(group),
              words.of(matcher.group(group)));
        });
  }

  private static String keyword(String word) {
    return switch (word) {
      case "except" -> "except is written } catch (Exception e) { ... }";
      case "raise" -> "raise is written throw new IllegalArgumentException(\"...\");";
      case "with" -> "with is written try (var file = ...) { ... }";
      case "assert" -> "assert needs a condition: assert x > 0;";
      default -> "Java has no " + word + ". Leave it out.";
    };
  }

  private static String braces(String word) {
    return switch (word) {
      case "if", "while", "switch" -> " (...) { ... }";
      case "for" -> " (...; ...; ...) { ... }";
      case "class" -> " Name { ... }";
      default -> " { ... }";
    };
  }
}
