package dev.nabla.notebooks.author;

import dev.nabla.message.NablaException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    List<String> lines = lines(file);
    int column = lines.isEmpty() ? -1 : column(fields(lines.get(0)));
    for (String line : column < 0 ? lines : lines.subList(1, lines.size())) {
      List<String> fields = fields(line);
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

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readString(file)
          .replace("\uFEFF", "")
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (CharacterCodingException e) {
      throw new NablaException(file + ": it is no text in UTF-8.");
    }
  }

  private static int column(List<String> header) {
    return Math.max(header.indexOf("id"), header.indexOf("student_id"));
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    for (String field : line.split("[,;](?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
      fields.add(field.strip().replaceAll("^\"|\"$", "").replace("\"\"", "\""));
    }
    return fields;
  }
}
