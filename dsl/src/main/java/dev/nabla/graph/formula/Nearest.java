package dev.nabla.graph.formula;

import java.util.Collection;
import java.util.Locale;

/** Finds the name somebody meant. */
public final class Nearest {
  private static final int FARTHEST = 2;

  private Nearest() {}

  /**
   * A question such as {@code Did you mean theta?} with a space in front, or nothing if no known
   * name is near. Two known names typed together are taken for a product.
   */
  public static String question(String typed, Collection<String> known) {
    for (int cut = 1; cut < typed.length(); cut++) {
      String first = typed.substring(0, cut);
      String second = typed.substring(cut);
      if (known.contains(first) && known.contains(second)) {
        return " For the product write " + first + " " + second + ".";
      }
    }
    String best = null;
    int least = Math.min(FARTHEST, typed.length() - 1) + 1;
    for (String name : known) {
      int distance = distance(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    return best == null ? "" : " Did you mean " + best + "?";
  }

  /** The number of letters to insert, leave out or replace. */
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > FARTHEST) {
      return FARTHEST + 1;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
