package dev.nabla.notebooks.lint;

import java.util.ArrayList;
import java.util.List;

/** The lines in which a question's review leaves the kernel, as findings. */
final class Reviewed {
  private Reviewed() {}

  static void read(String answer, String lines, List<Finding> findings) {
    List<String> unseen = new ArrayList<>();
    List<String> alike = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      String[] words = line.split("\t", 2);
      String finding = words.length == 2 ? words[1] : "";
      switch (words[0]) {
        case "wrong" -> findings.add(Finding.error(answer, "the solution is refused: " + finding));
        case "empty" -> findings.add(Finding.error(answer, "an empty answer is taken for right."));
        case "accepted" ->
            findings.add(Finding.error(answer, "the mistake " + finding + " is taken for right."));
        case "note" -> findings.add(new Finding(Finding.Level.WARNING, answer, finding));
        case "unseen" -> unseen.add(finding);
        case "alike" -> alike.add(finding);
        default -> {
          // The solution is right.
        }
      }
    }
    if (!unseen.isEmpty()) {
      findings.add(
          new Finding(
              Finding.Level.NOTE,
              answer,
              "with these numbers it cannot detect: " + String.join(", ", unseen)));
    }
    if (!alike.isEmpty()) {
      findings.add(
          new Finding(
              Finding.Level.NOTE,
              answer,
              "with these numbers nobody can tell apart: " + String.join("; ", alike)));
    }
  }
}
