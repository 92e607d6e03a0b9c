package dev.nabla.kernel.shell.advice;

import java.util.Collection;
import java.util.Locale;

/** The name that somebody who misspelled one most likely meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The nearest candidate within a third of the name's length, of two the one whose first letter is
   * of the same case; null if none is that near.
   */
  public static String of(String name, Collection<String> candidates) {
    String best = null;
    int least = 2 * (allowed(name) + 1);
    for (String candidate : candidates) {
      boolean sameStart =
          Character.toLowerCase(candidate.charAt(0)) == Character.toLowerCase(name.charAt(0));
      if (candidate.equals(name) || name.length() < 5 && !sameStart) {
        continue;
      }
      boolean sameCase =
          Character.isUpperCase(candidate.charAt(0)) == Character.isUpperCase(name.charAt(0));
      int distance =
          candidate.equalsIgnoreCase(name)
              ? 0
              : distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      int halves = 2 * distance + (sameCase ? 0 : 1);
      if (halves < least) {
        least = halves;
        best = candidate;
      }
    }
    return best;
  }

  private static int allowed(String name) {
    return name.length() < 3 ? 0 : Math.max(1, name.length() / 3);
  }

  /**
   * Insertions, deletions, replacements and swaps of neighbors between two words: the optimal
   * string alignment distance of Damerau and Levenshtein.
   */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
