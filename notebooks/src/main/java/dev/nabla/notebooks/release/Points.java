package dev.nabla.notebooks.release;

import com.google.gson.JsonObject;
import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Notebook;

/** What there is to win in a student version. */
final class Points {
  private Points() {}

  static double of(Notebook student) {
    double points = 0;
    for (Cell cell : student.cells()) {
      if (cell.metadata().get("nbgrader") instanceof JsonObject grading && grading.has("points")) {
        points += grading.get("points").getAsDouble();
      }
    }
    return points;
  }

  /** {@code 12 points}. */
  static String words(double points) {
    return typed(points) + (points == 1 ? " point" : " points");
  }

  /** As a person types it: 2, 0.5. */
  static String typed(double points) {
    return points == Math.rint(points) ? String.valueOf((long) points) : String.valueOf(points);
  }
}
