package dev.nabla.graph.formula;

import dev.nabla.graph.algebra.Apply;
import dev.nabla.graph.algebra.Constant;
import dev.nabla.graph.algebra.Expression;
import dev.nabla.graph.algebra.Expressions;
import dev.nabla.graph.algebra.Products;
import dev.nabla.graph.algebra.Rational;
import dev.nabla.graph.algebra.Symbol;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads one formula. From loose to tight: {@code + -}, then {@code .*}, then products and quotients
 * from left to right (with or without a sign), then powers from right to left.
 */
final class Parser {
  private static final int DEEPEST = 200;
  private static final int MOST_DIFFERENCES = 30;
  private final List<Token> tokens;
  private final Scope scope;
  private final Mistake mistake;
  private final Calls calls;
  private int next;
  private int depth;
  private boolean insideNorm;

  Parser(List<Token> tokens, Scope scope, Mistake mistake) {
    this.tokens = tokens;
    this.scope = scope;
    this.mistake = mistake;
    this.calls = new Calls(scope, mistake);
  }

  /** The whole formula; anything left over is an error. */
  Expression formula() {
    Expression formula = sum();
    Token rest = peek();
    if (rest.is(")")) {
      throw mistake.at(rest.at(), "this ) closes no bracket.");
    }
    if (rest.kind() != Token.Kind.END) {
      throw mistake.at(rest.at(), "expected an operator or the end, found " + rest.words() + ".");
    }
    return formula;
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    return tokens.get(next++);
  }

  private boolean take(String sign) {
    boolean found = peek().is(sign);
    next += found ? 1 : 0;
    return found;
  }

  /** Builds a node; what its shape rule says is reported at this place. */
  private Expression build(Token place, Supplier<Expression> node) {
    try {
      return node.get();
    } catch (NablaException shapes) {
      throw mistake.at(place.at(), shapes.getMessage());
    }
  }

  private Expression sum() {
    if (++depth > DEEPEST) {
      throw mistake.at(
          peek().at(),
          "brackets and powers are nested deeper than "
              + DEEPEST
              + ". Give a part a name of its own.");
    }
    List<Expression> terms = new ArrayList<>();
    List<Token> signs = new ArrayList<>();
    boolean minus = take("-");
    if (!minus) {
      take("+");
    }
    Token first = peek();
    Expression term = entrywise();
    terms.add(minus ? build(first, () -> Expressions.negate(term)) : term);
    while (peek().is("+") || peek().is("-")) {
      signs.add(take());
      terms.add(entrywise());
    }
    depth--;
    return combined(terms, signs);
  }

  /** Sums of neighbors are one node, a difference is a node of two; very long sums are one node. */
  private Expression combined(List<Expression> terms, List<Token> signs) {
    long differences = signs.stream().filter(sign -> sign.is("-")).count();
    List<Expression> open = new ArrayList<>();
    open.add(terms.get(0));
    for (int i = 0; i < signs.size(); i++) {
      Token sign = signs.get(i);
      Expression right = terms.get(i + 1);
      if (sign.is("+")) {
        open.add(right);
      } else if (differences > MOST_DIFFERENCES) {
        open.add(Expressions.negate(right));
      } else {
        Expression left = added(sign, open);
        open.clear();
        open.add(build(sign, () -> Expressions.subtract(left, right)));
      }
    }
    return added(signs.isEmpty() ? tokens.get(0) : signs.get(signs.size() - 1), open);
  }

  private Expression added(Token place, List<Expression> terms) {
    List<Expression> copy = List.copyOf(terms);
    return copy.size() == 1 ? copy.get(0) : build(place, () -> Expressions.add(copy));
  }

  private Expression entrywise() {
    List<Expression> factors = new ArrayList<>();
    factors.add(product());
    Token place = peek();
    while (peek().is(".*")) {
      place = take();
      factors.add(product());
    }
    if (factors.size() > 1
        && factors.get(0) instanceof Apply first
        && first.is(Products.MULTIPLY)) {
      factors.remove(0);
      factors.addAll(0, first.inputs());
    }
    return factors.size() == 1
        ? factors.get(0)
        : build(place, () -> Expressions.entrywise(factors));
  }

  private Expression product() {
    List<Expression> factors = new ArrayList<>();
    Token place = peek();
    factors.add(power());
    while (true) {
      if (peek().is("/")) {
        Token bar = take();
        Expression below = signedPower();
        Token start = place;
        List<Expression> above = List.copyOf(factors);
        Expression quotient = build(bar, () -> Expressions.divide(product(start, above), below));
        factors.clear();
        factors.add(quotient);
      } else if (take("*")) {
        factors.add(signedPower());
      } else if (startsFactor()) {
        factors.add(power());
      } else {
        return product(place, factors);
      }
    }
  }

  private Expression product(Token place, List<Expression> factors) {
    return factors.size() == 1 ? factors.get(0) : build(place, () -> Expressions.times(factors));
  }

  private boolean startsFactor() {
    Token token = peek();
    return token.kind() == Token.Kind.NUMBER
        || token.isName()
        || token.is("(")
        || token.is("||") && !insideNorm;
  }

  private Expression signedPower() {
    return take("-") ? Expressions.negate(power()) : power();
  }

  private Expression power() {
    Token place = peek();
    Expression base = primary();
    while (peek().is("^")) {
      take();
      Expression below = base;
      if (peek().isName() && peek().text().equals("T")) {
        take();
        base = build(place, () -> Expressions.transpose(below));
        continue;
      }
      if (++depth > DEEPEST) {
        throw mistake.at(peek().at(), "powers are nested deeper than " + DEEPEST + ".");
      }
      Expression exponent = signedPower();
      depth--;
      return build(place, () -> TypedPower.of(below, exponent));
    }
    return base;
  }

  private Expression primary() {
    Token token = take();
    switch (token.kind()) {
      case NUMBER:
        return number(token);
      case NAME:
        return name(token);
      case SIGN:
        if (token.is("(")) {
          return bracket(token, ")", false);
        }
        if (token.is("||")) {
          Expression inner = bracket(token, "||", true);
          return build(token, () -> Expressions.norm(inner));
        }
        break;
      default:
        break;
    }
    next--;
    throw mistake.at(
        token.at(), "expected a number, a name or a bracket, found " + token.words() + ".");
  }

  private Expression bracket(Token open, String close, boolean norm) {
    boolean outside = insideNorm;
    insideNorm = norm;
    Expression inner = sum();
    insideNorm = outside;
    if (!take(close)) {
      if (peek().kind() == Token.Kind.END) {
        throw mistake.at(open.at(), "this " + open.text() + " is never closed.");
      }
      throw mistake.at(peek().at(), "expected " + close + ", found " + peek().words() + ".");
    }
    return inner;
  }

  private Expression number(Token token) {
    Rational value = Rational.parse(token.text());
    if (value == null) {
      throw mistake.at(token.at(), "this number is too long.");
    }
    return new Constant(value);
  }

  private Expression name(Token name) {
    int primes = 0;
    while (take("'")) {
      primes++;
    }
    boolean call = primes > 0 || peek().is("(") && calls.isCall(name, peek());
    if (call) {
      Token open = peek();
      if (!take("(")) {
        throw mistake.at(open.at(), "expected ( after " + name.text() + "'.");
      }
      List<Expression> arguments = arguments(open);
      int count = primes;
      return build(name, () -> calls.call(name, count, arguments));
    }
    calls.checkValue(name);
    return new Symbol(name.text(), scope.shape(name.text()));
  }

  private List<Expression> arguments(Token open) {
    List<Expression> arguments = new ArrayList<>();
    boolean outside = insideNorm;
    insideNorm = false;
    do {
      arguments.add(sum());
    } while (take(","));
    insideNorm = outside;
    if (!take(")")) {
      Token found = peek();
      throw found.kind() == Token.Kind.END
          ? mistake.at(open.at(), "this ( is never closed.")
          : mistake.at(found.at(), "expected ) or a comma, found " + found.words() + ".");
    }
    return arguments;
  }
}
