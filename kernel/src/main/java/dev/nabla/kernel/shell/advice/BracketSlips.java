package dev.nabla.kernel.shell.advice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Brackets that do not come in pairs. */
final class BracketSlips {
  private static final Map<String, String> PAIRS = Map.of("(", ")", "[", "]", "{", "}");

  static final List<Slip> ALL =
      List.of(
          new Slip(
              "semicolons between values",
              scene -> {
                Fault fault = fault(scene);
                int close =
                    fault == null || fault.open == null || fault.close != null
                        ? -1
                        : scene.source.closing(scene.source.index(fault.open));
                return close >= 0
                        && scene.source.sameLine(fault.open, scene.source.tokens.get(close))
                    ? scene.on(
                        fault.open,
                        "between "
                            + fault.open.text()
                            + " and "
                            + PAIRS.get(fault.open.text())
                            + " the values are separated by commas, not by semicolons.")
                    : null;
              }),
          new Slip("unclosed parenthesis", scene -> unclosed(scene, "(")),
          new Slip("unclosed square bracket", scene -> unclosed(scene, "[")),
          new Slip("unclosed brace", scene -> unclosed(scene, "{")),
          new Slip("parenthesis too many", scene -> surplus(scene, ")")),
          new Slip("square bracket too many", scene -> surplus(scene, "]")),
          new Slip("brace too many", scene -> surplus(scene, "}")),
          new Slip(
              "wrong kind of bracket",
              scene -> {
                Fault fault = fault(scene);
                return fault == null || fault.open == null || fault.close == null
                    ? null
                    : scene.on(
                        fault.close,
                        "the "
                            + fault.open.text()
                            + " in "
                            + place(scene, fault)
                            + " is closed by "
                            + PAIRS.get(fault.open.text())
                            + ", not by "
                            + fault.close.text()
                            + ".");
              }));

  private BracketSlips() {}

  /** An opening bracket without a closing one, the reverse, or two that do not match. */
  private record Fault(Token open, Token close) {}

  private static Advice unclosed(Scene scene, String open) {
    Fault fault = fault(scene);
    return fault == null || fault.close != null || !fault.open.is(open)
        ? null
        : scene.on(
            fault.open, "this " + open + " is never closed: a " + PAIRS.get(open) + " is missing.");
  }

  private static Advice surplus(Scene scene, String close) {
    Fault fault = fault(scene);
    return fault == null || fault.open != null || !fault.close.is(close)
        ? null
        : scene.on(fault.close, "this " + close + " closes nothing. Remove it.");
  }

  private static String place(Scene scene, Fault fault) {
    return scene.source.sameLine(fault.open, fault.close)
        ? "column " + scene.source.column(fault.open.start())
        : "line " + scene.source.line(fault.open.start());
  }

  /** The first bracket that is wrong in the whole cell, if the cell cannot be read. */
  private static Fault fault(Scene scene) {
    if (!scene.isSyntax()) {
      return null;
    }
    Deque<Token> open = new ArrayDeque<>();
    for (Token token : scene.source.tokens) {
      if (token.is("(", "[", "{")) {
        open.push(token);
      } else if (token.is(";") && !open.isEmpty() && !maySplit(scene, open.peek())) {
        return new Fault(open.peek(), null);
      } else if (token.is(")", "]", "}")) {
        if (open.isEmpty()) {
          return new Fault(null, token);
        }
        Token last = open.pop();
        if (!PAIRS.get(last.text()).equals(token.text())) {
          return new Fault(last, token);
        }
      }
    }
    return open.isEmpty() ? null : new Fault(open.peek(), null);
  }

  /** Whether semicolons may stand directly inside a bracket: in a block, in for and in try. */
  private static boolean maySplit(Scene scene, Token open) {
    return open.is("{") && !isArray(scene, open)
        || open.is("(") && scene.previous(open).is("for", "try");
  }

  private static boolean isArray(Scene scene, Token brace) {
    return scene.previous(brace).is("=", "]");
  }
}
