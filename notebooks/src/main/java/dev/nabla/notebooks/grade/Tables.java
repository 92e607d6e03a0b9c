package dev.nabla.notebooks.grade;

import java.util.List;

/** Grades as CSV: one row for each student as nbgrader exports them, and one for each check. */
final class Tables {
  private static final String GRADES =
      "assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,"
          + "late_submission_penalty,score,max_score\n";
  private static final String CHECKS =
      "assignment,student_id,question,points,max_points,verdict,tags\n";

  private Tables() {}

  /**
   * The columns of {@code nbgrader export}; what only its gradebook knows stays empty, and so do
   * the points of work that could not be graded.
   */
  static String grades(List<Result> results) {
    StringBuilder table = new StringBuilder(GRADES);
    for (Result each : results) {
      Object points = each.problem() == null ? each.points() : "";
      row(
          table,
          each.assignment(),
          "",
          each.timestamp(),
          each.student(),
          "",
          "",
          "",
          points,
          0.0,
          points,
          each.of());
    }
    return table.toString();
  }

  /**
   * Every check of every student; of a submission that could not be graded one row that says so.
   */
  static String checks(List<Result> results) {
    StringBuilder table = new StringBuilder(CHECKS);
    for (Result each : results) {
      if (each.problem() != null) {
        row(table, each.assignment(), each.student(), "", "", each.of(), "not-graded", "");
      }
      for (Mark mark : each.marks()) {
        Object points = mark.verdict().equals("by-hand") ? "" : mark.points();
        String tags = String.join(" ", mark.tags());
        row(
            table,
            each.assignment(),
            each.student(),
            mark.question(),
            points,
            mark.of(),
            mark.verdict(),
            tags);
      }
    }
    return table.toString();
  }

  private static void row(StringBuilder table, Object... fields) {
    for (int i = 0; i < fields.length; i++) {
      table.append(i == 0 ? "" : ",").append(quoted(fields[i].toString()));
    }
    table.append('\n');
  }

  /** A name that begins like a formula must not become one in a spreadsheet. */
  private static String quoted(String field) {
    boolean formula = field.matches("(?s)[=+@\\t\\r-].*") && !field.matches("-?[\\d.]+");
    String safe = formula ? "'" + field : field;
    return safe.matches("(?s).*[\",\\n\\r].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
