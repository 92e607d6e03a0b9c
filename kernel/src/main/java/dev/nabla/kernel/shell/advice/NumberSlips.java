package dev.nabla.kernel.shell.advice;

import java.util.List;

/** Numbers as they are typed. */
final class NumberSlips {
  static final List<Slip> ALL =
      List.of(
          new Slip(
              "incomplete number",
              scene ->
                  scene.is("malformed.fp.lit", "*malformed*")
                      ? scene.on(
                          scene.at(),
                          scene.at().text()
                              + " is no complete number: after the e comes the power of ten.")
                      : null),
          new Slip(
              "digit at the start of a name",
              scene -> {
                Token number = number(scene);
                return number != null
                        && scene.previous(number).isWord()
                        && !scene.previous(number).is("return", "case", "else")
                    ? scene.on(number, "a name begins with a letter, not with a digit.")
                    : null;
              }),
          new Slip(
              "missing times sign before a name",
              scene -> {
                Token number = number(scene);
                if (number == null) {
                  return null;
                }
                String digits = number.text().replaceAll("[A-Za-z_].*", "");
                return scene.on(
                    number,
                    "a product needs its sign: "
                        + digits
                        + " * "
                        + number.text().substring(digits.length())
                        + ".");
              }),
          new Slip(
              "leading zero",
              scene -> {
                Token number = scene.before().isNumber() ? scene.before() : scene.at();
                return scene.isSyntax() && number.text().matches("0\\d+")
                    ? scene.on(
                        number,
                        "a number does not begin with 0. Write "
                            + number.text().replaceFirst("^0+(?=.)", "")
                            + ".")
                    : null;
              }),
          new Slip(
              "number too large for an int",
              scene ->
                  scene.is("int.number.too.large")
                      ? scene.on(
                          scene.at(),
                          scene.at().text()
                              + " is too large for an int, which ends at 2147483647. Write "
                              + scene.at().text()
                              + "L and make it a long.")
                      : null),
          new Slip(
              "decimal comma",
              scene -> {
                Token right = scene.at().isNumber() ? scene.at() : scene.before();
                Token comma = scene.previous(right);
                Token left = scene.previous(comma);
                return scene.isSyntax()
                        && right.isNumber()
                        && comma.is(",")
                        && left.isNumber()
                        && left.end() == comma.start()
                        && comma.end() == right.start()
                    ? new Advice(
                        left.start(),
                        right.end(),
                        "the decimal sign is a point, not a comma: "
                            + left.text()
                            + "."
                            + right.text()
                            + ".")
                    : null;
              }),
          new Slip(
              "two decimal points",
              scene -> {
                Token number = scene.before().isNumber() ? scene.before() : scene.at();
                return scene.isSyntax() && number.text().matches("[\\d_]*\\.\\d*\\..*")
                    ? scene.on(number, number.text() + " has more than one decimal point.")
                    : null;
              }),
          new Slip(
              "missing times sign",
              scene -> {
                Token left = scene.before();
                Token right = scene.at();
                return scene.isSyntax()
                        && scene.says("';' expected")
                        && left.isNumber()
                        && (right.isName() || right.is("("))
                        && scene.source.sameLine(left, right)
                    ? scene.on(
                        right,
                        "a product needs its sign: "
                            + left.text()
                            + " * "
                            + (right.is("(") ? "(...)" : right.text())
                            + ".")
                    : null;
              }));

  private NumberSlips() {}

  /** A number with a name stuck to it, such as 2x, at the problem. */
  private static Token number(Scene scene) {
    return !scene.isSyntax()
        ? null
        : scene.line(scene.at()).stream()
            .filter(Token::isNumber)
            .filter(
                token ->
                    token.text().matches("\\d[\\d_.]*(?![eE]\\d|[lLfFdD]$|[xXbB]\\w)[A-Za-z]\\w*"))
            .findFirst()
            .orElse(null);
  }
}
