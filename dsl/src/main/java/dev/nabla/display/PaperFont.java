package dev.nabla.display;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fonts every PDF reader has: which of them has a character, and how wide it is there. */
enum PaperFont {
  HELVETICA("Helvetica"),
  COURIER("Courier"),
  SYMBOL("Symbol"),
  SIGNS("ZapfDingbats");

  /** Characters of one font, one byte each, and how wide they are at size 1. */
  record Run(PaperFont font, String bytes, double width) {}

  private static final Charset LATIN = Charset.forName("windows-1252");

  /** Thousandths of the size, from the space to the tilde. */
  private static final int[] HELVETICA_WIDTHS = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
  };

  private static final Map<Character, String> SYMBOLS = new HashMap<>();

  /** Characters that none of the fonts has, in characters that one of them has. */
  private static final Map<Character, String> INSTEAD =
      Map.of('⊤', "T", '‖', "||", '\u0302', "ˆ", '⋮', ":", '∘', "o", '⊙', "o");

  static {
    String greek = "αβχδεφγηιϕκλμνοπθρστυωξψζΓΔΘΛΞΠΣΦΨΩ";
    String letters = "abcdefghijklmnopqrstuwxyzGDQLXPSFYW";
    for (int i = 0; i < greek.length(); i++) {
      SYMBOLS.put(greek.charAt(i), letters.substring(i, i + 1));
    }
    String signs = "∂∑√≤≥≠∞→←∇−′⋅∈";
    String codes =
        "\u00b6\u00e5\u00d6\u00a3\u00b3\u00b9\u00a5\u00ae\u00ac\u00d1\u002d\u00a2\u00d7\u00ce";
    for (int i = 0; i < signs.length(); i++) {
      SYMBOLS.put(signs.charAt(i), codes.substring(i, i + 1));
    }
  }

  final String baseFont;

  PaperFont(String baseFont) {
    this.baseFont = baseFont;
  }

  /** The words in this font, and in others where it lacks a character. */
  List<Run> runs(String words) {
    List<Run> runs = new ArrayList<>();
    CharsetEncoder latin = LATIN.newEncoder();
    for (char c : words.toCharArray()) {
      for (char shown : INSTEAD.getOrDefault(c, String.valueOf(c)).toCharArray()) {
        Run run = run(shown, latin);
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && last.font == run.font) {
          runs.remove(last);
          run = new Run(run.font, last.bytes + run.bytes, last.width + run.width);
        }
        runs.add(run);
      }
    }
    return runs;
  }

  private Run run(char c, CharsetEncoder latin) {
    if (c == '✓' || c == '✗') {
      return new Run(SIGNS, c == '✓' ? "4" : "8", 0.75);
    }
    String symbol = SYMBOLS.get(c);
    if (symbol != null) {
      return new Run(SYMBOL, symbol, c == '→' || c == '←' ? 0.99 : 0.55);
    }
    char known = latin.canEncode(c) ? c : '?';
    char code = (char) (LATIN.encode(String.valueOf(known)).get() & 0xff);
    return new Run(this, String.valueOf(code), width(code));
  }

  private double width(char code) {
    if (this == COURIER) {
      return 0.6;
    }
    int index = code - ' ';
    return (index < HELVETICA_WIDTHS.length ? HELVETICA_WIDTHS[index] : 556) / 1000.0;
  }
}
