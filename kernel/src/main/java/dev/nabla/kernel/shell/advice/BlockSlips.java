package dev.nabla.kernel.shell.advice;

import java.util.List;

/** if, for, while, switch and try: their parentheses, and what belongs together. */
final class BlockSlips {
  static final List<Slip> ALL =
      List.of(
          new Slip(
              "commas in for",
              scene -> {
                Token open = forOpening(scene);
                return open != null && scene.says("';' expected") && commas(scene, open)
                    ? scene.on(
                        scene.at(),
                        "the three parts of for are separated by semicolons: for (int i = 0; i <"
                            + " n; i++).")
                    : null;
              }),
          new Slip(
              "for without a type",
              scene ->
                  scene.is("bad.initializer")
                      ? scene.on(
                          scene.at(),
                          "the variable of this for needs a type: for (var "
                              + scene.at().text()
                              + " : ...).")
                      : null),
          new Slip(
              "condition without parentheses",
              scene ->
                  scene.isSyntax()
                          && scene.says("'(' expected")
                          && scene.before().is("if", "while", "switch", "for")
                      ? scene.on(
                          scene.before(),
                          "after "
                              + scene.before().text()
                              + " comes a parenthesis: "
                              + scene.before().text()
                              + " (...) { ... }")
                      : null),
          new Slip(
              "else without if",
              scene ->
                  scene.isSyntax() && scene.first().is("else")
                      ? scene.on(
                          scene.first(),
                          "this else has no if. It must follow the } of an if directly, without"
                              + " a semicolon or a second else between.")
                      : null),
          new Slip(
              "catch without try",
              scene ->
                  scene.isSyntax() && scene.first().is("catch", "finally")
                      ? scene.on(
                          scene.first(),
                          "this "
                              + scene.first().text()
                              + " has no try. It must follow the } of a try directly.")
                      : null),
          new Slip(
              "try alone",
              scene ->
                  scene.is("try.without*")
                      ? scene.on(
                          scene.at(),
                          "a try needs a catch after it: try { ... } catch (Exception e) { ... }")
                      : null),
          new Slip(
              "case outside a switch",
              scene ->
                  scene.isSyntax() && scene.first().is("case", "default")
                      ? scene.on(
                          scene.first(),
                          scene.first().text() + " works only inside a switch (...) { ... }.")
                      : null),
          new Slip(
              "case missing in a switch",
              scene ->
                  scene.is("expected3") && scene.says("case, default")
                      ? scene.on(
                          scene.at(),
                          "each choice of a switch begins with case: case "
                              + scene.at().text()
                              + " -> ...;")
                      : null));

  private BlockSlips() {}

  private static Token forOpening(Scene scene) {
    List<Token> line = scene.line(scene.at());
    return line.stream()
        .filter(token -> token.is("(") && scene.previous(token).is("for"))
        .findFirst()
        .orElse(null);
  }

  private static boolean commas(Scene scene, Token open) {
    int close = scene.source.closing(scene.source.index(open));
    return close > 0
        && !scene.source.between(open.end(), scene.source.tokens.get(close).start()).contains(";");
  }
}
