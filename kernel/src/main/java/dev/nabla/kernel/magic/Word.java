package dev.nabla.kernel.magic;

import java.util.ArrayList;
import java.util.List;

/**
 * A word behind a magic, and its place in the cell. Quotes keep blanks together and are no part of
 * the text.
 */
public record Word(String text, int from, int to) {

  /**
   * Splits a line at its blanks.
   *
   * @param start where the line begins in the cell
   */
  static List<Word> of(String line, int start) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (true) {
      while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
        at++;
      }
      if (at == line.length()) {
        return words;
      }
      int from = at;
      StringBuilder text = new StringBuilder();
      char quote = 0;
      for (; at < line.length(); at++) {
        char c = line.charAt(at);
        if (quote == 0 && Character.isWhitespace(c)) {
          break;
        } else if (quote == 0 && (c == '"' || c == '\'')) {
          quote = c;
        } else if (c == quote) {
          quote = 0;
        } else {
          text.append(c);
        }
      }
      words.add(new Word(text.toString(), start + from, start + at));
    }
  }
}
