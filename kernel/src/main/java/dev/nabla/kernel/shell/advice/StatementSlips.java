package dev.nabla.kernel.shell.advice;

import java.util.List;

/** Semicolons, and what is missing or too much inside of a statement. */
final class StatementSlips {
  static final List<Slip> ALL =
      List.of(
          new Slip(
              "cast like a call",
              scene -> {
                Token open = scene.at().is("(") ? scene.at() : scene.before();
                Token type = scene.previous(open);
                return scene.is("dot.class*")
                        && open.is("(")
                        && type.is("int", "double", "float", "long")
                    ? scene.on(
                        type,
                        "a number is converted with the type in parentheses: ("
                            + type.text()
                            + ") x. A text is converted with "
                            + (type.is("int", "long") ? "Integer.parseInt" : "Double.parseDouble")
                            + "(text).")
                    : null;
              }),
          new Slip(
              "several indices in brackets",
              scene -> {
                Token name = scene.previous(scene.previous(scene.before()));
                return scene.says("']' expected") && scene.at().is(",") && name.isName()
                    ? scene.on(
                        scene.at(),
                        "an entry of a matrix is "
                            + name.text()
                            + ".get(i, j), of an array of arrays "
                            + name.text()
                            + "[i][j].")
                    : null;
              }),
          new Slip(
              "question mark without colon",
              scene ->
                  scene.says(": expected") && scene.lineText(scene.at()).contains("?")
                      ? scene.on(scene.at(), "a choice needs both ways: condition ? one : other.")
                      : null),
          new Slip(
              "value missing",
              scene ->
                  scene.is("illegal.start.of.expr")
                          && scene.at().is(";", ")", ",", "]", "}")
                          && scene.before().kind() == Token.Kind.SYMBOL
                      ? scene.on(
                          scene.before(), "after " + scene.before().text() + " a value is missing.")
                      : null),
          new Slip(
              "no statement",
              scene ->
                  scene.is("not.stmt")
                      ? scene.here(
                          scene.refused()
                              + " computes a value and throws it away. Assign it, return it, or"
                              + " leave it out.")
                      : null),
          new Slip(
              "pieces without a sign between",
              scene ->
                  scene.isSyntax()
                          && scene.says(" expected")
                          && scene.at().kind() == Token.Kind.STRING
                          && scene.before().kind() == Token.Kind.STRING
                      ? scene.on(scene.at(), "between two values a sign is missing: + or a comma.")
                      : null),
          new Slip(
              "text after a name",
              scene ->
                  scene.isSyntax()
                          && scene.says("';' expected")
                          && scene.before().isName()
                          && scene.at().kind() == Token.Kind.STRING
                          && scene.source.sameLine(scene.before(), scene.at())
                      ? scene.on(
                          scene.at(),
                          "what a method gets stands in parentheses: "
                              + scene.before().text()
                              + "("
                              + scene.at().text()
                              + ").")
                      : null),
          new Slip(
              "body missing",
              scene -> {
                Token first = scene.first();
                return scene.isSyntax()
                        && first.is("class", "interface", "enum", "record")
                        && !scene
                            .source
                            .between(first.start(), scene.source.text.length())
                            .contains("{")
                    ? scene.on(first, "a " + first.text() + " needs a body in braces: { ... }")
                    : null;
              }),
          new Slip(
              "two values side by side",
              scene -> {
                Token left = scene.before();
                Token right = scene.at();
                return scene.isSyntax()
                        && scene.says("';' expected")
                        && scene.source.sameLine(left, right)
                        && (right.isNumber()
                            || right.isName() && (left.isNumber() || left.isName()))
                    ? scene.on(
                        right,
                        "between "
                            + left.text()
                            + " and "
                            + right.text()
                            + " something is missing: an operator or a semicolon.")
                    : null;
              }),
          new Slip(
              "unfinished",
              scene ->
                  scene.is("premature.eof") && !scene.before().is(";", "}")
                      ? scene.on(
                          scene.before(),
                          "the cell ends in the middle: after "
                              + scene.before().text()
                              + " something is missing.")
                      : null),
          new Slip(
              "unknown word before a brace",
              scene ->
                  scene.expectsSemicolon() && scene.at().is("{") && scene.before().isName()
                      ? scene.on(
                          scene.before(),
                          "Java has no "
                              + scene.before().text()
                              + " { ... }. A repetition is for (...) or while (...).")
                      : null),
          new Slip(
              "missing semicolon",
              scene -> {
                Token at = scene.at();
                boolean begins =
                    at.text().isEmpty()
                        || at.is("}")
                        || !scene.source.sameLine(scene.before(), at)
                        || at.isWord();
                return scene.isSyntax()
                        && scene.says("';' expected")
                        && begins
                        && !scene.before().text().isEmpty()
                    ? new Advice(
                        scene.before().end(),
                        scene.before().end() + 1,
                        "a semicolon is missing. Only the last line of a cell may do without.")
                    : null;
              }),
          new Slip(
              "something unexpected",
              scene ->
                  scene.isSyntax()
                          && !scene.at().text().isEmpty()
                          && !scene.before().text().isEmpty()
                          && scene.says(" expected")
                      ? scene.on(
                          scene.at(),
                          scene.at().text()
                              + " cannot follow "
                              + scene.before().text()
                              + " here. Is something missing between them, or one of them too"
                              + " much?")
                      : null));

  private StatementSlips() {}
}
