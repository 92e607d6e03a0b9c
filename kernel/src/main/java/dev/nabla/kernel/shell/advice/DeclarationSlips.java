package dev.nabla.kernel.shell.advice;

import java.util.List;

/**
 * Declarations that cannot be read: names, types and their order, methods, new arrays and objects.
 */
final class DeclarationSlips {
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
              "declaration with another sign",
              scene -> {
                Token name = scene.before();
                return scene.expectsSemicolon()
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
                return scene.expectsSemicolon()
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
              "type after the name",
              scene ->
                  scene.expectsSemicolon()
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
              "several variables at once",
              scene ->
                  scene.isSyntax() && scene.at().is(",") && scene.before() == scene.first()
                      ? scene.on(
                          scene.at(),
                          "each variable gets its value in a statement of its own: var "
                              + scene.before().text()
                              + " = ...;")
                      : null));

  private DeclarationSlips() {}

  private static String generic(Scene scene) {
    String line = scene.lineText(scene.before());
    String right = line.substring(line.indexOf('=') + 1).strip();
    return right.contains("(") ? right.substring(0, right.indexOf('(')) : right;
  }
}
