package dev.nabla.kernel.shell;

import java.util.List;

/**
 * What may stand at the cursor.
 *
 * @param start where in the cell the text begins that a match replaces
 * @param end where it ends
 */
public record Completion(List<Match> matches, int start, int end) {

  /**
   * @param text what is put in
   * @param type such as {@code function} or {@code instance}; empty if unknown
   */
  public record Match(String text, String type) {}
}
