package dev.nabla.notebooks.grade;

import dev.nabla.message.NablaException;
import dev.nabla.notebooks.grade.Sheet.Kind;
import dev.nabla.notebooks.grade.Sheet.Slot;
import dev.nabla.notebooks.tool.Csv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Points that a person has given for answers in words.
 *
 * <pre>
 * student,question,points
 * ada,3-why,1.5
 * </pre>
 *
 * @param file where they stand; null where none are
 * @param points student to question to points
 */
record Hand(Path file, Map<String, Map<String, Double>> points) {
  static final Hand NONE = new Hand(null, Map.of());

  private static final List<String> COLUMNS = List.of("student", "question", "points");

  /**
   * The points of a file; where a line has none, none are given yet.
   *
   * @throws NablaException where the file is no such table
   */
  static Hand read(Path file) throws IOException {
    List<List<String>> rows = Csv.rows(file);
    if (rows.isEmpty() || !rows.get(0).equals(COLUMNS)) {
      throw new NablaException(file + ": its first line is to be " + String.join(",", COLUMNS));
    }
    Map<String, Map<String, Double>> points = new HashMap<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      String line = file + ": " + String.join(",", row);
      if (row.size() != COLUMNS.size() || !row.get(2).matches("(\\d+(\\.\\d+)?)?")) {
        throw new NablaException(line + ": a line is such as ada,3-why,1.5");
      }
      Map<String, Double> own = points.computeIfAbsent(row.get(0), key -> new TreeMap<>());
      if (!row.get(2).isEmpty() && own.put(row.get(1), Double.valueOf(row.get(2))) != null) {
        throw new NablaException(line + ": this student and question are there twice.");
      }
    }
    return new Hand(file, points);
  }

  /** Those of a student, by question. */
  Map<String, Double> of(String student) {
    return points.getOrDefault(student, Map.of());
  }

  /**
   * That each line is about a submission that there is.
   *
   * @throws NablaException naming one that is not
   */
  void requireAmong(List<Submission> submissions) {
    Set<String> students =
        submissions.stream().map(Submission::student).collect(Collectors.toSet());
    for (String student : points.keySet()) {
      if (!students.contains(student)) {
        throw new NablaException(file + ": there is no submission of " + student + ".");
      }
    }
  }

  /**
   * That each line is about an answer in words of the sheet, and gives no more than it is worth.
   *
   * @throws NablaException naming one that is not
   */
  void requireAsked(Sheet sheet) {
    Map<String, Double> asked =
        sheet.slots().stream()
            .filter(slot -> slot.kind() == Kind.BY_HAND)
            .collect(Collectors.toMap(Slot::question, Slot::points, Double::sum, TreeMap::new));
    points.forEach(
        (student, own) ->
            own.forEach((question, given) -> require(asked, student, question, given)));
  }

  private void require(Map<String, Double> asked, String student, String question, double given) {
    if (!asked.containsKey(question)) {
      throw new NablaException(
          file
              + ": "
              + question
              + " is no answer in words. "
              + (asked.isEmpty()
                  ? "The source has none."
                  : "Those are: " + String.join(", ", asked.keySet()) + "."));
    }
    if (given > asked.get(question)) {
      throw new NablaException(
          "%s: %s has %s points for %s, which is worth %s."
              .formatted(
                  file,
                  student,
                  Feedback.typed(given),
                  question,
                  Feedback.typed(asked.get(question))));
    }
  }
}
