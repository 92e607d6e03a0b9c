package dev.nabla.kernel.shell.advice;

import java.util.List;

/** What people write who come from MATLAB, JavaScript, C, R, or from paper. */
final class OtherLanguageSlips {
  static final List<Slip> ALL =
      List.of(
          new Slip(
              "comment with %",
              scene ->
                  scene.isSyntax() && scene.at().is("%") && isFirst(scene, scene.at())
                      ? scene.on(scene.at(), "a comment begins with //, not with %.")
                      : null),
          new Slip(
              "transpose with a quote",
              scene -> {
                Token quote = find(scene, "'");
                return quote != null && touches(scene.previous(quote), quote)
                    ? scene.on(
                        quote,
                        "the transpose is written "
                            + scene.previous(quote).text()
                            + ".transpose().")
                    : null;
              }),
          new Slip(
              "matrix in square brackets",
              scene -> {
                Token open = listOpening(scene);
                if (open == null) {
                  return null;
                }
                int close = scene.source.closing(scene.source.index(open));
                String inside =
                    close < 0
                        ? "..."
                        : scene.source.between(open.end(), scene.source.tokens.get(close).start());
                return inside.contains(";") || !inside.contains(",") && inside.contains(" ")
                    ? scene.on(open, "a matrix is written matrix(\"" + inside.strip() + "\").")
                    : null;
              }),
          new Slip(
              "array in square brackets",
              scene -> {
                Token open = listOpening(scene);
                return open != null && scene.lineText(open).matches("^\\w+\\s*\\[\\].*")
                    ? scene.on(open, "the values of an array stand in braces: { ... }.")
                    : null;
              }),
          new Slip(
              "list in square brackets",
              scene -> {
                Token open = listOpening(scene);
                return open == null
                    ? null
                    : scene.on(
                        open,
                        "Java has no [...]. Write row(1, 2) for a matrix, List.of(1, 2) for a"
                            + " list, new double[] {1, 2} for an array.");
              }),
          new Slip(
              "entry-by-entry operator",
              scene -> {
                Token point = scene.before();
                return scene.isSyntax() && point.is(".") && scene.at().is("*", "/", "^")
                    ? new Advice(
                        point.start(),
                        scene.at().end(),
                        "Java has no ."
                            + scene.at().text()
                            + ". Entry by entry it is "
                            + entryByEntry(scene.at().text())
                            + ".")
                    : null;
              }),
          new Slip(
              "MATLAB loop",
              scene ->
                  scene.isSyntax()
                          && scene.lineText(scene.at()).matches("for\\s+\\w+\\s*=\\s*\\w+:.*")
                      ? scene.here("counting is written for (int i = 1; i <= n; i++) { ... }")
                      : null),
          new Slip(
              "end",
              scene -> {
                Token end = find(scene, "end", "endif", "fi", "done", "endfunction");
                return end != null && scene.next(end).text().isEmpty()
                    ? scene.on(end, "a block ends with }, not with " + end.text() + ".")
                    : null;
              }),
          symbol("not equal with ~=", "~", "=", "not equal is written !=."),
          symbol("not equal with <>", "<", ">", "not equal is written !=."),
          symbol("greater or equal with =>", "=", ">", "greater or equal is written >=."),
          symbol("less or equal with =<", "=", "<", "less or equal is written <=."),
          symbol("equal with ===", "==", "=", "equal is written ==."),
          symbol("assignment with :=", ":", "=", "a value is assigned with =, without the colon."),
          new Slip(
              "let, const, function",
              scene -> {
                Token first = scene.line(scene.at()).stream().findFirst().orElse(scene.at());
                if (!first.is(
                        "let", "const", "val", "auto", "local", "dim", "function", "func", "fn")
                    || !scene.next(first).isWord()) {
                  return null;
                }
                return scene.on(
                    first,
                    first.is("function", "func", "fn")
                        ? "a method begins with the type of its result: double "
                            + scene.next(first).text()
                            + "(double x) { return ...; }"
                        : "a variable is declared with var: var "
                            + scene.next(first).text()
                            + " = "
                            + NameSlips.value(scene, scene.next(first))
                            + ";");
              }));

  private OtherLanguageSlips() {}

  private static Slip symbol(String name, String first, String second, String words) {
    return new Slip(
        name,
        scene -> {
          if (!scene.isSyntax()) {
            return null;
          }
          for (Token token : scene.line(scene.at())) {
            Token next = scene.next(token);
            if (token.is(first)
                && next.is(second)
                && touches(token, next)
                && next.end() + 1 >= scene.position()) {
              return new Advice(token.start(), next.end(), words);
            }
          }
          return null;
        });
  }

  private static String entryByEntry(String operator) {
    return switch (operator) {
      case "*" -> "A.elementMult(B)";
      case "/" -> "A.elementDiv(B)";
      default -> "A.elementPower(2)";
    };
  }

  /** A square bracket at the problem that opens a list of values. */
  private static Token listOpening(Scene scene) {
    Token at = scene.at();
    return scene.is("illegal.start.of.expr") && at.is("[") ? at : null;
  }

  /** The first of these tokens on the line of the problem, if the line cannot be read. */
  private static Token find(Scene scene, String... texts) {
    return !scene.isSyntax()
        ? null
        : scene.source.tokens.stream()
            .filter(token -> token.is(texts) && token.end() >= scene.start())
            .findFirst()
            .orElse(null);
  }

  private static boolean isFirst(Scene scene, Token token) {
    return scene.line(token).get(0) == token;
  }

  private static boolean touches(Token left, Token right) {
    return left.end() == right.start();
  }
}
