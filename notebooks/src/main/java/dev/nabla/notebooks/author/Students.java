package dev.nabla.notebooks.author;

import dev.nabla.message.NablaException;
import dev.nabla.notebooks.tool.Csv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The ids of a class: a CSV file with a column {@code id} or {@code student_id}, or one id a line.
 */
final class Students {
  private Students() {}

  /**
   * The ids, in the order of the file.
   *
   * @throws NablaException if there are none, or one is there twice or cannot name a folder
   */
  static List<String> read(Path file) throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    List<List<String>> rows = Csv.rows(file);
    int column = rows.isEmpty() ? -1 : column(rows.get(0));
    for (List<String> fields : column < 0 ? rows : rows.subList(1, rows.size())) {
      String id = Math.max(0, column) < fields.size() ? fields.get(Math.max(0, column)) : "";
      if (!id.matches("[\\p{L}\\p{N}._@+-]+") || id.startsWith(".")) {
        throw new NablaException(
            file + ": the id \"" + id + "\" cannot name a folder. Use letters, digits and . _ - @");
      }
      if (!ids.add(id)) {
        throw new NablaException(file + ": the id " + id + " is there twice.");
      }
    }
    if (ids.isEmpty()) {
      throw new NablaException(file + ": there are no students in it.");
    }
    return List.copyOf(ids);
  }

  private static int column(List<String> header) {
    return Math.max(header.indexOf("id"), header.indexOf("student_id"));
  }
}
