package dev.nabla.graph.formula;

import dev.nabla.graph.algebra.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cuts a formula into tokens; signs of print (², ·, −, ∘, θ) become their typed form. */
final class Lexer {
  private static final int LONGEST_NAME = 100;
  private static final String SIGNS = "+-*/^(),'=:";
  private static final Map<Character, String> PRINTED =
      Map.ofEntries(
          Map.entry('−', "-"),
          Map.entry('–', "-"),
          Map.entry('·', "*"),
          Map.entry('⋅', "*"),
          Map.entry('×', "*"),
          Map.entry('∘', ".*"),
          Map.entry('⊙', ".*"),
          Map.entry('‖', "||"),
          Map.entry('∥', "||"),
          Map.entry('′', "'"),
          Map.entry('[', "("),
          Map.entry(']', ")"));
  private static final Map<Character, String> RAISED =
      Map.of('²', "2", '³', "3", 'ᵀ', "T", '⊤', "T");

  private final String text;
  private final Mistake mistake;
  private final int end;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text, int from, int to, Mistake mistake) {
    this.text = text;
    this.at = from;
    this.end = to;
    this.mistake = mistake;
  }

  /** The tokens between two places of the text, with an END behind them. */
  static List<Token> tokens(String text, int from, int to, Mistake mistake) {
    Lexer lexer = new Lexer(text, from, to, mistake);
    while (lexer.at < to) {
      lexer.next();
    }
    lexer.add(Token.Kind.END, "", to, to);
    return lexer.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c) || c == '\u00a0') {
      at++;
    } else if (isDigit(c) || c == '.' && isDigit(peek(1))) {
      number();
    } else if (RAISED.containsKey(c)) {
      add(Token.Kind.SIGN, "^", at, at);
      boolean digit = isDigit(RAISED.get(c).charAt(0));
      add(digit ? Token.Kind.NUMBER : Token.Kind.NAME, RAISED.get(c), at, ++at);
    } else if (Character.isLetter(c)) {
      name();
    } else if (c == '.' && peek(1) == '*') {
      sign(".*", 2);
    } else if (c == '|' && peek(1) == '|') {
      sign("||", 2);
    } else if (PRINTED.containsKey(c)) {
      sign(PRINTED.get(c), 1);
    } else if (SIGNS.indexOf(c) >= 0) {
      sign(Character.toString(c), 1);
    } else if (c == '|') {
      throw mistake.at(at, "write abs(x) for the size of a number, ||x|| for a norm.");
    } else {
      String shown = text.substring(at, text.offsetByCodePoints(at, 1));
      throw mistake.at(at, "the character " + shown + " has no meaning in a formula.");
    }
  }

  private char peek(int ahead) {
    return at + ahead < end ? text.charAt(at + ahead) : ' ';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void sign(String sign, int length) {
    add(Token.Kind.SIGN, sign, at, at + length);
    at += length;
  }

  private void add(Token.Kind kind, String words, int from, int to) {
    tokens.add(new Token(kind, words, from, to));
  }

  private void number() {
    int start = at;
    digits();
    if (peek(0) == '.' && isDigit(peek(1))) {
      at++;
      digits();
    }
    boolean exponent = peek(0) == 'e' || peek(0) == 'E';
    boolean signed = peek(1) == '-' || peek(1) == '+';
    if (exponent && (isDigit(peek(1)) || signed && isDigit(peek(2)))) {
      at += 2;
      digits();
    }
    add(Token.Kind.NUMBER, text.substring(start, at), start, at);
  }

  private void digits() {
    while (isDigit(peek(0))) {
      at++;
    }
  }

  private void name() {
    int start = at;
    StringBuilder name = new StringBuilder();
    while (at < end && (Character.isLetterOrDigit(peek(0)) || peek(0) == '_')) {
      if (RAISED.containsKey(peek(0))) {
        break;
      }
      String greek = Names.word(peek(0));
      name.append(greek == null ? Character.toString(peek(0)) : greek);
      at++;
    }
    if (name.length() > LONGEST_NAME) {
      throw mistake.at(
          start,
          "this name has more than " + LONGEST_NAME + " letters. Write spaces for products.");
    }
    add(Token.Kind.NAME, name.toString(), start, at);
  }
}
