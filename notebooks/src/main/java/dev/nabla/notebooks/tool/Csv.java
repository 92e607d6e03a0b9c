package dev.nabla.notebooks.tool;

import dev.nabla.message.NablaException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tables as spreadsheets save them, with commas or semicolons. */
public final class Csv {
  private Csv() {}

  /**
   * The fields of each line that is not blank.
   *
   * @throws NablaException if the file is no text
   */
  public static List<List<String>> rows(Path file) throws IOException {
    try {
      return Files.readString(file)
          .replace("\uFEFF", "")
          .lines()
          .filter(line -> !line.isBlank())
          .map(Csv::fields)
          .toList();
    } catch (CharacterCodingException e) {
      throw new NablaException(file + ": it is no text in UTF-8.");
    }
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    for (String field : line.split("[,;](?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
      fields.add(field.strip().replaceAll("^\"|\"$", "").replace("\"\"", "\""));
    }
    return List.copyOf(fields);
  }
}
