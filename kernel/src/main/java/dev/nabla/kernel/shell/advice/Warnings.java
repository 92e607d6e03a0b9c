package dev.nabla.kernel.shell.advice;

import dev.nabla.kernel.shell.advice.Token.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is legal Java in a cell and most certainly not meant. */
public final class Warnings {
  private Warnings() {}

  /** One kind of warning: looks at each token in turn; null where all is well. */
  private interface Rule {
    Advice of(Source source, Types types, Token token);
  }

  private static final List<Rule> RULES =
      List.of(
          Warnings::power,
          Warnings::textsCompared,
          Warnings::notANumberCompared,
          Warnings::emptyIf,
          Warnings::emptyLoop,
          Warnings::assignmentAsCondition,
          Warnings::signAfterAssignment,
          Warnings::assignmentToItself,
          Warnings::returnFromCell);

  /**
   * The warnings of a cell that compiles, in the order of its lines; none where we are not certain.
   *
   * <pre>{@code
   * Warnings.of("double eta = 1/2;", names).get(0).text()
   * // Line 1: 1/2 divides whole numbers, which gives 0. For a decimal result write 1 / 2.0.
   * }</pre>
   */
  public static List<Message> of(String cell, KnownNames names) {
    Scene scene = new Scene(new CompileProblem(cell, 0, 0, 0, "", ""), names);
    Source source = scene.source;
    Types types = new Types(source, names);
    List<Advice> found = new ArrayList<>(new DivisionWarning(source, types).all());
    for (Token token : source.tokens) {
      RULES.stream()
          .map(rule -> rule.of(source, types, token))
          .filter(advice -> advice != null)
          .forEach(found::add);
    }
    return found.stream()
        .sorted(Comparator.comparingInt(Advice::start))
        .map(scene::message)
        .toList();
  }

  /** {@code 2^3}, {@code x^2}: with whole numbers this is legal, and no power. */
  private static Advice power(Source source, Types types, Token sign) {
    if (!sign.is("^")) {
      return null;
    }
    Token left = source.relative(sign, -1);
    Token right = source.relative(sign, 1);
    Token before = source.relative(left, -1);
    boolean simple = !before.is(".", ")", "]", "~") && !source.relative(right, 1).is(".", "[", "(");
    boolean bits =
        source.tokens.stream().anyMatch(token -> token.is("<<", "<<=", "&", "|", "~", "^="))
            || source.text.contains(">>");
    boolean wholeLeft =
        left.text().matches("\\d{1,9}") || left.isName() && types.isInt(left.text());
    boolean base = left.text().matches("2|10") && right.isName() && types.isInt(right.text());
    boolean exponent = right.text().matches("[2-9]|\\d\\d") && !left.text().matches("[01]");
    if (bits || !simple || !(wholeLeft && (exponent || base))) {
      return null;
    }
    return new Advice(
        left.start(),
        right.end(),
        left.text()
            + " ^ "
            + right.text()
            + " is no power in Java: it compares bits"
            + (left.isNumber() && right.isNumber()
                ? " and gives " + (Long.parseLong(left.text()) ^ Long.parseLong(right.text()))
                : "")
            + ". Write pow("
            + left.text()
            + ", "
            + right.text()
            + ").");
  }

  private static Advice textsCompared(Source source, Types types, Token sign) {
    Token left = source.relative(sign, -1);
    Token right = source.relative(sign, 1);
    boolean literal = left.kind() == Kind.STRING || right.kind() == Kind.STRING;
    boolean variables = isText(source, types, left) && isText(source, types, right);
    if (!sign.is("==", "!=") || right.is("null") || left.is("null") || !literal && !variables) {
      return null;
    }
    String not = sign.is("!=") ? "!" : "";
    String call =
        left.isName() && !source.relative(left, -1).is(".")
            ? not + left.text() + ".equals(" + right.text() + ")"
            : not + "a.equals(b)";
    return new Advice(
        sign.start(),
        sign.end(),
        sign.text()
            + " compares whether two texts are the same object, not what they say. Write "
            + call
            + ".");
  }

  private static boolean isText(Source source, Types types, Token token) {
    return token.isName()
        && !source.relative(token, -1).is(".")
        && !source.relative(token, 1).is(".", "(", "[")
        && types.of(token.text()).equals("String");
  }

  private static Advice notANumberCompared(Source source, Types types, Token sign) {
    Token right = source.relative(sign, 1);
    boolean isNaN =
        right.is("Double", "Float")
            && source.relative(right, 1).is(".")
            && source.relative(right, 2).is("NaN");
    return sign.is("==", "!=") && isNaN
        ? new Advice(
            sign.start(),
            source.relative(right, 2).end(),
            "NaN equals nothing, not even itself. Write Double.isNaN(...).")
        : null;
  }

  private static Advice emptyIf(Source source, Types types, Token token) {
    Token after = afterParentheses(source, token);
    return token.is("if") && after.is(";")
        ? new Advice(
            after.start(),
            after.end(),
            "this ; ends the if: what follows runs in any case. Remove it.")
        : null;
  }

  private static Advice emptyLoop(Source source, Types types, Token token) {
    Token after = afterParentheses(source, token);
    boolean isDoWhile = token.is("while") && source.relative(token, -1).is("}", ";");
    boolean ofDo = isDoWhile && source.tokens.stream().anyMatch(each -> each.is("do"));
    return token.is("for", "while") && after.is(";") && source.relative(after, 1).is("{") && !ofDo
        ? new Advice(
            after.start(),
            after.end(),
            "this ; is the whole body of the loop: the block below runs once, after it. Remove"
                + " it.")
        : null;
  }

  private static Advice assignmentAsCondition(Source source, Types types, Token token) {
    Token name = source.relative(token, 2);
    Token sign = source.relative(token, 3);
    Token value = source.relative(token, 4);
    return token.is("if", "while")
            && source.relative(token, 1).is("(")
            && name.isName()
            && sign.is("=")
            && value.is("true", "false")
            && source.relative(token, 5).is(")")
        ? new Advice(
            sign.start(),
            sign.end(),
            "= assigns. To ask, write "
                + (value.is("true") ? "" : "!")
                + name.text()
                + " alone, or ==.")
        : null;
  }

  private static Advice signAfterAssignment(Source source, Types types, Token token) {
    Token sign = source.relative(token, 1);
    Token value = source.relative(token, 2);
    boolean apart = sign.start() == token.end() && value.start() > sign.end();
    return token.is("=")
            && sign.is("+", "-")
            && apart
            && token.start() > 0
            && source.line(sign.start()) == source.line(value.start())
        ? new Advice(
            token.start(),
            sign.end(),
            "="
                + sign.text()
                + " assigns "
                + sign.text()
                + value.text()
                + ". To change the value by it, write "
                + sign.text()
                + "=.")
        : null;
  }

  private static Advice assignmentToItself(Source source, Types types, Token token) {
    Token before = source.relative(token, -1);
    Token sign = source.relative(token, 1);
    Token value = source.relative(token, 2);
    boolean starts = token.start() == 0 || before.is(";", "{", "}") || before.text().isEmpty();
    return starts
            && token.isName()
            && sign.is("=")
            && value.is(token.text())
            && source.relative(token, 3).is(";")
        ? new Advice(
            token.start(),
            value.end(),
            token.text()
                + " = "
                + token.text()
                + " changes nothing. In a constructor write this."
                + token.text()
                + " = "
                + token.text()
                + ".")
        : null;
  }

  private static Advice returnFromCell(Source source, Types types, Token token) {
    if (!token.is("return")) {
      return null;
    }
    int open = 0;
    for (Token each : source.tokens.subList(0, source.index(token))) {
      open += each.is("{") ? 1 : each.is("}") ? -1 : 0;
    }
    Token end = token;
    while (!end.is(";", "")) {
      end = source.relative(end, 1);
    }
    String value = source.between(token.end(), end.start()).strip();
    return open > 0 || value.isEmpty()
        ? null
        : new Advice(
            token.start(),
            token.end(),
            "return gives nothing outside of a method. To show the value, write it alone in the"
                + " last line: "
                + value);
  }

  private static Token afterParentheses(Source source, Token word) {
    Token open = source.relative(word, 1);
    int close = open.is("(") ? source.closing(source.index(open)) : -1;
    return close < 0 ? source.relative(null, 0) : source.relative(source.tokens.get(close), 1);
  }
}
