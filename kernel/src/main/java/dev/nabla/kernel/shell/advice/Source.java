package dev.nabla.kernel.shell.advice;

import dev.nabla.kernel.shell.advice.Token.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The text of a cell as tokens without comments and blanks; it need not be Java. */
final class Source {
  static final Set<String> KEYWORDS =
      Set.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "final",
          "finally",
          "float",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "try",
          "void",
          "volatile",
          "while",
          "true",
          "false",
          "null");

  /** The symbols of more than one character; not {@code >>}, which may close two generic types. */
  private static final List<String> SYMBOLS =
      List.of(
          "<<=", ">>=", "...", "->", "::", "++", "--", "&&", "||", "==", "!=", "<=", ">=", "+=",
          "-=", "*=", "/=", "%=", "^=", "&=", "|=", "<<");

  final String text;
  final List<Token> tokens = new ArrayList<>();

  Source(String text) {
    this.text = text;
    int at = 0;
    while (at < text.length()) {
      at = next(at);
    }
  }

  /** The token that begins at or after an offset, or null. */
  Token from(int offset) {
    return tokens.stream().filter(token -> token.end() > offset).findFirst().orElse(null);
  }

  /** The token {@code steps} further, or an empty symbol beyond either end. */
  Token relative(Token token, int steps) {
    int index = index(token) + steps;
    return token == null || index < 0 || index >= tokens.size()
        ? new Token(Kind.SYMBOL, "", text.length(), text.length())
        : tokens.get(index);
  }

  /** The place of a token among all; they are in the order of the text. */
  int index(Token token) {
    return token == null
        ? -1
        : Collections.binarySearch(tokens, token, Comparator.comparingInt(Token::start));
  }

  /** The text between two offsets, as much of it as there is. */
  String between(int start, int end) {
    int from = clip(start);
    return text.substring(from, Math.max(from, clip(end)));
  }

  /** From 1. */
  int line(int offset) {
    return 1 + (int) text.substring(0, clip(offset)).chars().filter(c -> c == '\n').count();
  }

  /** From 1. */
  int column(int offset) {
    int at = clip(offset);
    return at - text.lastIndexOf('\n', at - 1);
  }

  boolean sameLine(Token one, Token other) {
    return line(one.start()) == line(other.start());
  }

  /** The end of the line that holds an offset. */
  int lineEnd(int offset) {
    int end = text.indexOf('\n', clip(offset));
    return end < 0 ? text.length() : end;
  }

  int lineStart(int offset) {
    return text.lastIndexOf('\n', clip(offset) - 1) + 1;
  }

  /** The bracket that closes the one at an index of the tokens, or -1. */
  int closing(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (tokens.get(i).is("(", "[", "{")) {
        depth++;
      } else if (tokens.get(i).is(")", "]", "}") && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private int clip(int offset) {
    return Math.max(0, Math.min(offset, text.length()));
  }

  private int next(int at) {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      return at + 1;
    }
    if (text.startsWith("//", at)) {
      return lineEnd(at);
    }
    if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      return end < 0 ? add(Kind.UNCLOSED, at, text.length()) : end + 2;
    }
    if (text.startsWith("\"\"\"", at)) {
      int end = text.indexOf("\"\"\"", at + 3);
      return end < 0 ? add(Kind.UNCLOSED, at, text.length()) : add(Kind.STRING, at, end + 3);
    }
    if (c == '"') {
      int end = quoted(at);
      return end < 0 ? add(Kind.UNCLOSED, at, lineEnd(at)) : add(Kind.STRING, at, end);
    }
    if (c == '\'') {
      int end = quoted(at);
      return end < 0 ? add(Kind.SYMBOL, at, at + 1) : add(Kind.CHARACTER, at, end);
    }
    if (Character.isJavaIdentifierStart(c)) {
      int end = at + 1;
      while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
      return add(Kind.WORD, at, end);
    }
    if (isDigit(at) || c == '.' && isDigit(at + 1)) {
      return add(Kind.NUMBER, at, number(at));
    }
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        return add(Kind.SYMBOL, at, at + symbol.length());
      }
    }
    return add(Kind.SYMBOL, at, at + 1);
  }

  private boolean isDigit(int at) {
    return at < text.length() && Character.isDigit(text.charAt(at));
  }

  private int number(int at) {
    int end = at;
    while (end < text.length()) {
      char c = text.charAt(end);
      boolean sign = (c == '+' || c == '-') && "eE".indexOf(text.charAt(end - 1)) >= 0;
      if (!Character.isLetterOrDigit(c) && c != '.' && c != '_' && !(end > at && sign)) {
        break;
      }
      end++;
    }
    return end;
  }

  /** After the closing quote on the same line, or -1. */
  private int quoted(int at) {
    for (int i = at + 1; i < lineEnd(at); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == text.charAt(at)) {
        return i + 1;
      }
    }
    return -1;
  }

  private int add(Kind kind, int start, int end) {
    tokens.add(new Token(kind, text.substring(start, end), start, end));
    return end;
  }
}
