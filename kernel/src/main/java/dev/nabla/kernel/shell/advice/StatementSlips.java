package dev.nabla.kernel.shell.advice;

import java.util.List;

/** Semicolons, parentheses of if and for, keywords, and the order of words in a declaration. */
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
                Token open =
                    scene.before().is("(") ? scene.before() : scene.previous(scene.before());
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
                  scene.isSyntax() && firstOfPart(scene).is("else")
                      ? scene.on(
                          firstOfPart(scene),
                          "this else has no if. It must follow the } of an if directly, without"
                              + " a semicolon or a second else between.")
                      : null),
          new Slip(
              "catch without try",
              scene ->
                  scene.isSyntax() && firstOfPart(scene).is("catch", "finally")
                      ? scene.on(
                          firstOfPart(scene),
                          "this "
                              + firstOfPart(scene).text()
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
                  scene.isSyntax() && firstOfPart(scene).is("case", "default")
                      ? scene.on(
                          firstOfPart(scene),
                          firstOfPart(scene).text() + " works only inside a switch (...) { ... }.")
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
                      : null),
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
                Token first = firstOfPart(scene);
                int open = scene.source.tokens.indexOf(first) + 1;
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
                          firstOfPart(scene),
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
                  scene.isSyntax() && scene.says("')'") && scene.at().kind() == Token.Kind.STRING
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
                Token first = firstOfPart(scene);
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
              "missing semicolon",
              scene ->
                  scene.isSyntax() && scene.says("';' expected") && !scene.before().text().isEmpty()
                      ? new Advice(
                          scene.before().end(),
                          scene.before().end() + 1,
                          "a semicolon is missing. Only the last line of a cell may do without.")
                      : null));

  private StatementSlips() {}

  /** The first token of the refused part: the last one before the problem that begins a line. */
  private static Token firstOfPart(Scene scene) {
    Token token = scene.source.from(scene.start());
    Token found = token == null ? scene.at() : token;
    return scene.line(found).stream()
        .filter(each -> each.is("else", "catch", "finally", "case"))
        .filter(each -> each.end() >= scene.start())
        .findFirst()
        .orElseGet(() -> scene.line(found).isEmpty() ? found : scene.line(found).get(0));
  }

  private static Token forOpening(Scene scene) {
    List<Token> line = scene.line(scene.at());
    return line.stream()
        .filter(token -> token.is("(") && scene.previous(token).is("for"))
        .findFirst()
        .orElse(null);
  }

  private static boolean commas(Scene scene, Token open) {
    int close = scene.source.closing(scene.source.tokens.indexOf(open));
    return close > 0
        && !scene.source.between(open.end(), scene.source.tokens.get(close).start()).contains(";");
  }

  private static String generic(Scene scene) {
    String line = scene.lineText(scene.before());
    String right = line.substring(line.indexOf('=') + 1).strip();
    return right.contains("(") ? right.substring(0, right.indexOf('(')) : right;
  }
}
