package dev.nabla.notebooks.lint;

import java.util.ArrayList;
import java.util.List;

/** The lines in which the reviews of questions leave the kernel, as findings. */
final class Reviewed {
  private final List<Finding> findings = new ArrayList<>();

  private final List<String> manyDecimals = new ArrayList<>();

  void add(Finding finding) {
    findings.add(finding);
  }

  void read(String answer, String lines) {
    List<String> unseen = new ArrayList<>();
    List<String> alike = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      String[] words = line.split("\t", 2);
      String finding = words.length == 2 ? words[1] : "";
      switch (words[0]) {
        case "wrong" -> add(Finding.error(answer, "the solution is refused: " + finding));
        case "empty" -> add(Finding.error(answer, "an empty answer is taken for right."));
        case "accepted" ->
            add(Finding.error(answer, "the mistake " + finding + " is taken for right."));
        case "note" -> add(new Finding(Finding.Level.WARNING, answer, finding));
        case "decimals" -> manyDecimals.add(answer);
        case "unseen" -> unseen.add(finding);
        case "alike" -> alike.add(finding);
        default -> {
          // The solution is right.
        }
      }
    }
    note(answer, "with these numbers it cannot detect: ", String.join(", ", unseen));
    note(answer, "with these numbers nobody can tell apart: ", String.join("; ", alike));
  }

  private void note(String answer, String what, String which) {
    if (!which.isEmpty()) {
      add(new Finding(Finding.Level.NOTE, answer, what + which));
    }
  }

  /** All of them; the decimals once for all answers. */
  List<Finding> findings() {
    if (!manyDecimals.isEmpty()) {
      add(
          new Finding(
              Finding.Level.NOTE,
              "",
              "more than 4 decimals: "
                  + String.join(", ", manyDecimals)
                  + ". Tell students to how many they round."));
    }
    return List.copyOf(findings);
  }
}
