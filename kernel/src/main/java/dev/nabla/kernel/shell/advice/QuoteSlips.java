package dev.nabla.kernel.shell.advice;

import dev.nabla.kernel.shell.advice.Token.Kind;
import java.util.List;
import java.util.Map;

/** Texts, characters, comments, and characters that Java does not know. */
final class QuoteSlips {
  private static final Map<Character, String> LOOKALIKES =
      Map.ofEntries(
          Map.entry('×', "*"),
          Map.entry('·', "*"),
          Map.entry('÷', "/"),
          Map.entry('−', "-"),
          Map.entry('–', "-"),
          Map.entry('≤', "<="),
          Map.entry('≥', ">="),
          Map.entry('≠', "!="),
          Map.entry('→', "->"),
          Map.entry('“', "\""),
          Map.entry('”', "\""),
          Map.entry('„', "\""),
          Map.entry('‘', "'"),
          Map.entry('’', "'"));

  static final List<Slip> ALL =
      List.of(
          new Slip(
              "matrix without quotes",
              scene -> {
                Token call = callOfNumbers(scene);
                return call == null || !call.is("matrix")
                    ? null
                    : scene.on(
                        call,
                        "matrix reads a text, so quotes are missing: matrix(\""
                            + NameSlips.arguments(scene, call)
                            + "\").");
              }),
          new Slip(
              "numbers without commas",
              scene -> {
                Token call = callOfNumbers(scene);
                String numbers = call == null ? ";" : NameSlips.arguments(scene, call);
                return numbers.contains(";")
                    ? null
                    : scene.on(
                        call,
                        "commas are missing between the numbers: "
                            + call.text()
                            + "("
                            + numbers.replaceAll("(?<=[\\w.])\\s+(?=[-\\w.])", ", ")
                            + ").");
              }),
          new Slip("unclosed string", scene -> unclosed(scene, "\"", "this text", "\"")),
          new Slip(
              "unclosed text block", scene -> unclosed(scene, "\"\"\"", "this text", "\"\"\"")),
          new Slip("unclosed comment", scene -> unclosed(scene, "/*", "this comment", "*/")),
          new Slip(
              "text block on one line",
              scene ->
                  scene.is("illegal.text.block.open")
                      ? scene.here(
                          "after the opening \"\"\" the text begins on the next line. For a text"
                              + " on one line write \" once.")
                      : null),
          new Slip(
              "text in single quotes",
              scene -> {
                Token text = first(scene, Kind.CHARACTER);
                return scene.is("unclosed.char.lit") && text != null && text.text().length() > 3
                    ? scene.on(
                        text,
                        "a text stands in double quotes: \""
                            + text.text().substring(1, text.text().length() - 1)
                            + "\". Single quotes hold one character.")
                    : null;
              }),
          new Slip(
              "empty character",
              scene ->
                  scene.is("empty.char.lit")
                      ? scene.here(
                          "'' holds no character. Single quotes hold exactly one; an empty text is"
                              + " \"\".")
                      : null),
          new Slip(
              "illegal escape",
              scene -> {
                if (!scene.is("illegal.esc.char")) {
                  return null;
                }
                int back =
                    scene.source.text.lastIndexOf(
                        '\\', Math.min(scene.position(), scene.source.text.length()));
                if (back < 0) {
                  return null;
                }
                String escape = scene.source.between(back, back + 2);
                return new Advice(
                    back,
                    back + 2,
                    escape
                        + " means nothing in a text. For a backslash write two: \\"
                        + escape
                        + ".");
              }),
          new Slip(
              "lookalike character",
              scene -> {
                int at = Math.min(scene.position(), scene.source.text.length() - 1);
                String instead = at < 0 ? null : LOOKALIKES.get(scene.source.text.charAt(at));
                return !scene.is("illegal.char") || instead == null
                    ? null
                    : new Advice(
                        at,
                        at + 1,
                        scene.source.text.charAt(at)
                            + " is no character of Java. Write "
                            + instead
                            + " instead.");
              }));

  private QuoteSlips() {}

  /**
   * The name of the refused call that is given nothing but numbers, two of them side by side; or
   * null.
   */
  private static Token callOfNumbers(Scene scene) {
    Source source = scene.source;
    for (Token open : source.tokens) {
      Token name = source.relative(open, -1);
      int close = open.is("(") && name.isName() ? source.closing(source.index(open)) : -1;
      if (close < 0
          || open.start() > scene.position()
          || source.tokens.get(close).end() < scene.position()) {
        continue;
      }
      List<Token> given = source.tokens.subList(source.index(open) + 1, close);
      boolean numbers = given.stream().allMatch(each -> each.isNumber() || each.is("-", ",", ";"));
      boolean sideBySide =
          given.stream().anyMatch(each -> each.isNumber() && source.relative(each, 1).isNumber());
      if (scene.isSyntax() && numbers && sideBySide) {
        return name;
      }
    }
    return null;
  }

  private static Token first(Scene scene, Kind kind) {
    return scene.source.tokens.stream()
        .filter(token -> token.kind() == kind && token.end() > scene.position())
        .findFirst()
        .orElse(null);
  }

  private static Advice unclosed(Scene scene, String opening, String thing, String closing) {
    if (!scene.isSyntax()) {
      return null;
    }
    return scene.source.tokens.stream()
        .filter(token -> token.kind() == Kind.UNCLOSED)
        .findFirst()
        .filter(token -> opening.equals(opening(token.text())))
        .map(
            token ->
                new Advice(
                    token.start(),
                    token.start() + opening.length(),
                    thing + " begins here and never ends. Write " + closing + " at its end."))
        .orElse(null);
  }

  private static String opening(String text) {
    return text.startsWith("/*") ? "/*" : text.startsWith("\"\"\"") ? "\"\"\"" : "\"";
  }
}
