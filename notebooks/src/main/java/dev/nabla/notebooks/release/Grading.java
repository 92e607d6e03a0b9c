package dev.nabla.notebooks.release;

import com.google.gson.JsonObject;
import dev.nabla.notebooks.model.Cell;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What nbgrader has to know of a cell (its schema 3).
 *
 * @param grade whether it gives points
 * @param solution whether students write into it
 * @param locked whether grading puts the original back
 * @param points what it is worth; only where it gives points
 */
record Grading(String id, boolean grade, boolean solution, boolean locked, double points) {
  private static final int SCHEMA = 3;

  /** An answer in code, judged by a cell of tests. */
  static Grading answer(String id) {
    return new Grading(id, false, true, false, 0);
  }

  /** A cell that judges. */
  static Grading test(String id, double points) {
    return new Grading(id, true, false, true, points);
  }

  /** An answer that a person grades. */
  static Grading byHand(String id, double points) {
    return new Grading(id, true, true, false, points);
  }

  /** What students are given. */
  static Grading given(String id) {
    return new Grading(id, false, false, true, 0);
  }

  /** The cell with its metadata. */
  Cell on(Cell cell) {
    JsonObject nbgrader = new JsonObject();
    nbgrader.addProperty("schema_version", SCHEMA);
    nbgrader.addProperty("grade_id", id);
    nbgrader.addProperty("grade", grade);
    nbgrader.addProperty("solution", solution);
    nbgrader.addProperty("locked", locked);
    nbgrader.addProperty("task", false);
    nbgrader.addProperty("cell_type", cell.type());
    nbgrader.addProperty("checksum", checksum(cell));
    if (grade) {
      // A whole number as such: 2, not 2.0.
      Number worth = points == Math.rint(points) ? (Number) (long) points : (Number) points;
      nbgrader.addProperty("points", worth);
    }
    JsonObject metadata = cell.metadata();
    metadata.add("nbgrader", nbgrader);
    metadata.addProperty("deletable", false);
    if (grade && locked) {
      metadata.addProperty("editable", false);
    }
    return cell.withMetadata(metadata);
  }

  /**
   * The MD5 of the source, the cell's type, whether it is graded, a solution and locked as Python
   * writes them, the id, and the points of a graded cell as Python writes a float.
   */
  String checksum(Cell cell) {
    StringBuilder text = new StringBuilder(cell.source()).append(cell.type());
    text.append(python(grade)).append(python(solution)).append(python(locked)).append(id);
    if (grade) {
      text.append(points);
    }
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(md5.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String python(boolean value) {
    return value ? "True" : "False";
  }
}
