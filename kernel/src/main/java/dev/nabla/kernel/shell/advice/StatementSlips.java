package dev.nabla.kernel.shell.advice;

import java.util.List;

/** Semicolons, keywords, and the order of words in a declaration. */
final class StatementSlips {
  static final List<Slip> ALL =
      List.of(
          new Slip(
              "keyword as a name",
              scene -> {
                Token type = scene.at();
                Token word = scene.before().is("(", ",") ? type : scene.at();
                boolean declares =
                    scene.previous(word).isWord()
                        && !scene.previous(word).is("return", "new", "else", "case", "throw");
                return scene.is("dot.class.expected", "dot.class*")
                        && Source.KEYWORDS.contains(word.text())
                        && declares
                    ? scene.on(
                        word, word.text() + " is a word of Java itself. Choose another name.")
                    : null;
              }),
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
              "array size with the name",
              scene -> {
                Token open = scene.before();
                Token name = scene.previous(open);
                Token type = scene.previous(name);
                return scene.says("']' expected")
                        && open.is("[")
                        && scene.at().isNumber()
                        && type.isWord()
                        && name.isName()
                    ? scene.on(
                        scene.at(),
                        "the size of an array is said when it is made: "
                            + type.text()
                            + "[] "
                            + name.text()
                            + " = new "
                            + type.text()
                            + "["
                            + scene.at().text()
                            + "];")
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
              "new with round brackets",
              scene ->
                  scene.says("'[' expected") && scene.at().is("(") && scene.before().isWord()
                      ? scene.on(
                          scene.at(),
                          "the size of a new array stands in square brackets: new "
                              + scene.before().text()
                              + "["
                              + scene.next(scene.at()).text()
                              + "].")
                      : null),
          new Slip(
              "new without parentheses",
              scene ->
                  scene.says("'(' or '[' expected")
                      ? new Advice(
                          scene.before().start(),
                          scene.before().end(),
                          "after the class comes a parenthesis, empty or not: new ...().")
                      : null),
          new Slip(
              "generic without new",
              scene ->
                  scene.says("-> expected")
                      ? scene.on(
                          scene.before(),
                          "an object is made with new: new " + generic(scene) + "(...).")
                      : null),
          new Slip(
              "question mark without colon",
              scene ->
                  scene.says(": expected") && scene.lineText(scene.at()).contains("?")
                      ? scene.on(scene.at(), "a choice needs both ways: condition ? one : other.")
                      : null),
          new Slip(
              "parameter without a type",
              scene ->
                  scene.is("expected")
                          && scene.says("<identifier> expected")
                          && scene.before().isName()
                          && scene.at().is(")", ",")
                      ? scene.on(
                          scene.before(),
                          "each parameter needs its type: double " + scene.before().text() + ".")
                      : null),
          new Slip(
              "method without a type",
              scene -> {
                Token first = scene.first();
                int open = scene.source.index(first) + 1;
                int close = scene.next(first).is("(") ? scene.source.closing(open) : -1;
                return scene.isSyntax()
                        && first.isName()
                        && close > 0
                        && scene.next(scene.source.tokens.get(close)).is("{")
                    ? scene.on(
                        first,
                        "a method begins with the type of its result, and each parameter has its"
                            + " type: double "
                            + first.text()
                            + "(double x) { ... }")
                    : null;
              }),
          new Slip(
              "type not before the name",
              scene ->
                  scene.isSyntax()
                          && scene
                              .lineText(scene.at())
                              .matches(".*\\bvoid\\s+(static|public|private|final)\\b.*")
                      ? scene.on(
                          scene.first(),
                          "the type stands directly before the name: public static void main.")
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
              "several variables at once",
              scene ->
                  scene.isSyntax() && scene.at().is(",") && scene.before() == scene.first()
                      ? scene.on(
                          scene.at(),
                          "each variable gets its value in a statement of its own: var "
                              + scene.before().text()
                              + " = ...;")
                      : null),
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
              "declaration with another sign",
              scene -> {
                Token name = scene.before();
                return expectsSemicolon(scene)
                        && name.isName()
                        && scene.previous(name).isWord()
                        && scene.at().is("+=", "-=", "*=", "==", ":", "<")
                    ? scene.on(
                        scene.at(),
                        "the first value of a variable is given with =: "
                            + scene.previous(name).text()
                            + " "
                            + name.text()
                            + " = ...;")
                    : null;
              }),
          new Slip(
              "minus in a name",
              scene -> {
                Token name = scene.before();
                return expectsSemicolon(scene)
                        && name.isName()
                        && scene.previous(name).isWord()
                        && scene.at().is("-")
                    ? scene.on(
                        scene.at(),
                        "a name is made of letters, digits and _: "
                            + name.text()
                            + "_"
                            + scene.next(scene.at()).text()
                            + ".")
                    : null;
              }),
          new Slip(
              "method without braces",
              scene ->
                  scene.isSyntax()
                          && scene.says("';'")
                          && scene.before().is(")")
                          && scene.at().is("=", "return")
                      ? scene.on(
                          scene.at(), "the body of a method stands in braces: { return ...; }")
                      : null),
          new Slip(
              "throw for throws",
              scene ->
                  scene.isSyntax() && scene.before().is(")") && scene.at().is("throw")
                      ? scene.on(
                          scene.at(),
                          "after its parentheses a method says throws, with s: throws "
                              + scene.next(scene.at()).text()
                              + " { ... }")
                      : null),
          new Slip(
              "unknown word before a brace",
              scene ->
                  expectsSemicolon(scene) && scene.at().is("{") && scene.before().isName()
                      ? scene.on(
                          scene.before(),
                          "Java has no "
                              + scene.before().text()
                              + " { ... }. A repetition is for (...) or while (...).")
                      : null),
          new Slip(
              "type after the name",
              scene ->
                  expectsSemicolon(scene)
                          && scene.before().isName()
                          && scene.at().is("int", "double", "boolean", "String", "var")
                          && scene.next(scene.at()).is("=")
                      ? scene.on(
                          scene.at(),
                          "the type stands before the name: "
                              + scene.at().text()
                              + " "
                              + scene.before().text()
                              + " = ...;")
                      : null),
          new Slip(
              "values in round brackets",
              scene ->
                  scene.says("')' expected")
                          && scene.at().is(",")
                          && scene
                              .source
                              .between(0, scene.at().start())
                              .matches("(?s).*=\\s*\\([^()]*")
                      ? scene.on(scene.at(), "the values of an array stand in braces: { ... }.")
                      : null),
          new Slip(
              "values without brackets",
              scene ->
                  scene.says("'[' expected") && scene.at().is("{")
                      ? scene.on(
                          scene.at(),
                          "before the values come square brackets: new "
                              + scene.before().text()
                              + "[] { ... }.")
                      : null),
          new Slip(
              "size and values",
              scene ->
                  scene.is("illegal.array.creation*")
                      ? scene.here(
                          "a new array gets either its size or its values: new double[3], or new"
                              + " double[] {1, 2, 3}.")
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

  private static boolean expectsSemicolon(Scene scene) {
    return scene.isSyntax() && scene.says("';' expected");
  }

  private static String generic(Scene scene) {
    String line = scene.lineText(scene.before());
    String right = line.substring(line.indexOf('=') + 1).strip();
    return right.contains("(") ? right.substring(0, right.indexOf('(')) : right;
  }
}
