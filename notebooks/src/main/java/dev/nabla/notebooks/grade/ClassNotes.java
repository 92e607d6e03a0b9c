package dev.nabla.notebooks.grade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is amiss with a class as a whole: what half of it has, its sheet has brought about. */
final class ClassNotes {
  private static final String OF_A_CELL =
      ".* (was (changed|deleted)|is missing|is not of this sheet);.*";

  private ClassNotes() {}

  /** One sentence each, for the person who grades; none if nothing is. */
  static List<String> of(List<Result> results) {
    List<String> notes = new ArrayList<>();
    otherRelease(notes, results, Restored.SEALED, "a sealed release. Grade them with --sealed.");
    otherRelease(
        notes,
        results,
        Restored.NOT_SEALED,
        "a release that is not sealed. Grade them without --sealed.");
    otherSource(notes, results);
    return notes;
  }

  private static void otherRelease(
      List<String> notes, List<Result> results, String note, String advice) {
    long count = results.stream().filter(each -> each.notes().contains(note)).count();
    if (count > 0) {
      notes.add(count + " of " + results.size() + " notebooks are of " + advice);
    }
  }

  private static void otherSource(List<String> notes, List<Result> results) {
    Map<String, Long> counts =
        results.stream()
            .flatMap(each -> each.notes().stream())
            .filter(note -> note.matches(OF_A_CELL))
            .collect(
                Collectors.groupingBy(note -> note, LinkedHashMap::new, Collectors.counting()));
    List<String> common = new ArrayList<>();
    counts.forEach(
        (note, count) -> {
          if (count > 1 && 2 * count >= results.size()) {
            common.add("%d of %d notebooks: %s".formatted(count, results.size(), note));
          }
        });
    if (!common.isEmpty()) {
      notes.addAll(common);
      boolean answersAreMissing =
          common.stream().anyMatch(note -> note.matches(".*(counts as empty|was left out)\\."));
      notes.add(
          "The class does not fit the source. Was it changed after its release? "
              + (answersAreMissing
                  ? "Points may be lost: grade by the source that was released."
                  : "All answers are there."));
    }
  }
}
