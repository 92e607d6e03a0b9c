package dev.nabla.kernel.shell.advice;

import dev.nabla.kernel.shell.advice.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the arithmetic expression that begins at a token and collects its divisions of whole
 * numbers. What it does not understand is of unknown type, so that nothing is claimed about it.
 */
final class Arithmetic {
  /** What a part of the expression certainly is. */
  enum Type {
    WHOLE,
    DECIMAL,
    UNKNOWN
  }

  /** A division of two whole numbers: its tokens from the first of the left to the last. */
  record Division(int start, int sign, int end) {}

  final List<Division> divisions = new ArrayList<>();
  private final Source source;
  private final Types types;
  private int at;

  Arithmetic(Source source, Types types, int start) {
    this.source = source;
    this.types = types;
    this.at = start;
  }

  /** The type of the expression; afterwards {@link #end} is the token behind it. */
  Type read() {
    Type left = product();
    while (is("+", "-")) {
      at++;
      left = joined(left, product());
    }
    return left;
  }

  int end() {
    return at;
  }

  private Type product() {
    int start = at;
    Type left = unary();
    while (is("*", "/", "%")) {
      int sign = at;
      boolean divides = is("/");
      at++;
      Type right = unary();
      if (divides && left == Type.WHOLE && right == Type.WHOLE) {
        divisions.add(new Division(start, sign, at));
      }
      left = joined(left, right);
    }
    return left;
  }

  private static Type joined(Type left, Type right) {
    if (left == Type.UNKNOWN || right == Type.UNKNOWN) {
      return Type.UNKNOWN;
    }
    return left == Type.WHOLE && right == Type.WHOLE ? Type.WHOLE : Type.DECIMAL;
  }

  private Type unary() {
    if (is("-", "+")) {
      at++;
      return unary();
    }
    Token token = token();
    if (token.is("(")) {
      return parenthesis();
    }
    if (token.isNumber()) {
      at++;
      return token.text().matches("\\d[\\d_]*[lL]?") ? Type.WHOLE : Type.DECIMAL;
    }
    if (token.isName()) {
      return name();
    }
    if (token.kind() != Kind.SYMBOL) {
      at++;
    }
    return Type.UNKNOWN;
  }

  private Type parenthesis() {
    int close = source.closing(at);
    if (close < 0) {
      return Type.UNKNOWN;
    }
    Token inside = source.tokens.get(at + 1);
    if (close == at + 2 && inside.is("int", "long", "double", "float", "short", "byte", "char")) {
      at = close + 1;
      int seen = divisions.size();
      unary();
      if (!inside.is("double", "float")) {
        divisions.subList(seen, divisions.size()).clear();
        return Type.WHOLE;
      }
      return Type.DECIMAL;
    }
    at++;
    Type type = read();
    boolean understood = at == close;
    at = close + 1;
    return understood && !is(".", "[") ? type : Type.UNKNOWN;
  }

  private Type name() {
    Token name = token();
    at++;
    if (is("[") && source.closing(at) > 0) {
      String array = types.of(name.text());
      at = source.closing(at) + 1;
      return is("[", ".") ? skip() : element(array);
    }
    if (is(".") && next().is("length") && !source.relative(next(), 1).is("(")) {
      at += 2;
      return Type.WHOLE;
    }
    if (is(".", "(", "++", "--", "::")) {
      return skip();
    }
    return types.isInt(name.text())
        ? Type.WHOLE
        : types.isDouble(name.text()) ? Type.DECIMAL : Type.UNKNOWN;
  }

  private static Type element(String array) {
    return switch (array) {
      case "int[]", "long[]" -> Type.WHOLE;
      case "double[]", "float[]" -> Type.DECIMAL;
      default -> Type.UNKNOWN;
    };
  }

  /** Passes over a chain of calls, members and entries. */
  private Type skip() {
    while (is(".", "(", "[", "::", "++", "--")) {
      int close = is("(", "[") ? source.closing(at) : at;
      if (close < 0) {
        at = source.tokens.size();
        return Type.UNKNOWN;
      }
      boolean member = is(".", "::");
      at = close + 1;
      if (member) {
        at++;
      }
    }
    return Type.UNKNOWN;
  }

  private Token token() {
    return at < source.tokens.size() ? source.tokens.get(at) : source.relative(null, 0);
  }

  private Token next() {
    return source.relative(token(), 1);
  }

  private boolean is(String... texts) {
    return token().is(texts);
  }
}
