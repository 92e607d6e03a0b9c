package dev.nabla.graph.algebra;

import dev.nabla.display.Notation;
import java.util.ArrayList;
import java.util.List;

/**
 * A written formula and how tightly it holds together, which decides where brackets go.
 *
 * @param notation the formula in the three scripts; the text can be read back by the parser
 * @param rank one of the constants of this class
 */
public record Script(Notation notation, int rank) {
  public static final int SUM = 1;
  public static final int ENTRYWISE = 2;
  public static final int PRODUCT = 3;
  public static final int POWER = 4;
  public static final int ATOM = 5;

  /** Any formula as it is written. */
  public static Script of(Expression expression) {
    if (expression instanceof Apply apply) {
      return apply.operation().form().write(apply);
    }
    if (expression instanceof Symbol symbol) {
      return new Script(Names.notation(symbol.name()), ATOM);
    }
    Rational value = ((Constant) expression).value();
    int rank = value.signum() < 0 ? SUM : value.isFraction() ? PRODUCT : ATOM;
    String words = value.toString();
    return new Script(new Notation(words, words, latex(value)), rank);
  }

  /** Any formula in the three scripts. */
  public static Notation notation(Expression expression) {
    return of(expression).notation;
  }

  private static String latex(Rational value) {
    if (!value.isFraction()) {
      return value.toString();
    }
    String sign = value.signum() < 0 ? "-" : "";
    return sign + "\\frac{" + value.numerator().abs() + "}{" + value.denominator() + "}";
  }

  public String text() {
    return notation.text();
  }

  /** In brackets, unless it holds together at least as tightly as {@code least}. */
  public Notation within(int least) {
    return rank >= least ? notation : brackets("(", ")", "\\left(", "\\right)");
  }

  private Notation brackets(String open, String close, String latexOpen, String latexClose) {
    return new Notation(
        open + notation.text() + close,
        open + notation.html() + close,
        latexOpen + notation.latex() + latexClose);
  }

  /** The formula between two signs, such as the bars of a norm. */
  public static Script between(
      String open, Expression inner, String close, String latexOpen, String latexClose) {
    return new Script(of(inner).brackets(open, close, latexOpen, latexClose), ATOM);
  }

  /** {@code name(inputs)}. */
  public static Script call(Notation name, List<Expression> inputs) {
    Notation list = join(inputs.stream().map(Script::notation).toList(), ", ", ", ", ", ");
    return new Script(
        new Notation(
            name.text() + "(" + list.text() + ")",
            name.html() + "(" + list.html() + ")",
            name.latex() + "\\left(" + list.latex() + "\\right)"),
        ATOM);
  }

  /** {@code base} with something written above its line. */
  public static Script raised(Expression base, Notation exponent) {
    Notation below = of(base).within(ATOM);
    return new Script(
        new Notation(
            below.text() + "^" + exponent.text(),
            below.html() + "<sup>" + exponent.html() + "</sup>",
            "{" + below.latex() + "}^{" + exponent.latex() + "}"),
        POWER);
  }

  /** Factors side by side; a sign of multiplication only where digits would run together. */
  public static Script product(List<Expression> factors) {
    List<Notation> written = new ArrayList<>();
    for (Expression factor : factors) {
      Script script = of(factor);
      boolean leadingFraction = written.isEmpty() && isFraction(factor);
      written.add(leadingFraction ? script.notation : script.within(POWER));
    }
    Notation all = written.get(0);
    for (Notation next : written.subList(1, written.size())) {
      boolean digit = Character.isDigit(next.text().charAt(0));
      all =
          digit
              ? join(List.of(all, next), " * ", " · ", " \\cdot ")
              : join(List.of(all, next), " ");
    }
    return new Script(all, PRODUCT);
  }

  /** 1/2 or 1/N: in front of a product it needs no brackets. */
  private static boolean isFraction(Expression factor) {
    Expression above =
        factor instanceof Apply apply && apply.is(Products.DIVIDE) ? apply.input(0) : factor;
    return above instanceof Constant constant && constant.value().signum() >= 0;
  }

  static Notation join(List<Notation> parts, String between) {
    return join(parts, between, between, between);
  }

  static Notation join(List<Notation> parts, String text, String html, String latex) {
    StringBuilder texts = new StringBuilder();
    StringBuilder htmls = new StringBuilder();
    StringBuilder latexes = new StringBuilder();
    for (Notation part : parts) {
      boolean first = texts.isEmpty();
      texts.append(first ? "" : text).append(part.text());
      htmls.append(first ? "" : html).append(part.html());
      latexes.append(first ? "" : latex).append(part.latex());
    }
    return new Notation(texts.toString(), htmls.toString(), latexes.toString());
  }
}
