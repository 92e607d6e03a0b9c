package dev.nabla.notebooks.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A block of code in a document.
 *
 * @param line where its fence stands, from 1
 * @param language the first word behind the fence: {@code java}, {@code sh}, {@code text}
 * @param remark the words after it, which no reader sees: {@code not run: needs a network}
 */
record Block(Path document, int line, String language, String remark, String text) {
  private static final String FENCE = "```";

  /** All blocks of a document; lines in blocks of lists lose their indentation. */
  static List<Block> of(Path document) throws IOException {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = Files.readAllLines(document);
    for (int i = 0; i < lines.size(); i++) {
      String fence = lines.get(i).strip();
      if (!fence.startsWith(FENCE)) {
        continue;
      }
      int start = i;
      int indent = lines.get(i).indexOf(FENCE);
      StringBuilder text = new StringBuilder();
      while (!lines.get(++i).strip().equals(FENCE)) {
        text.append(lines.get(i).substring(Math.min(indent, lines.get(i).length()))).append('\n');
      }
      String[] info = fence.substring(FENCE.length()).strip().split(" ", 2);
      String remark = info.length > 1 ? info[1] : "";
      blocks.add(new Block(document, start + 1, info[0], remark, text.toString()));
    }
    return blocks;
  }

  boolean is(String other) {
    return language.equals(other);
  }

  /** Whether it stands for itself: no file, no picture, nothing that cannot run. */
  boolean isRun() {
    return remark.isEmpty() || remark.startsWith("ends with");
  }

  /** Where it stands and how it begins, for the message of a test. */
  String place() {
    return "%s, line %d: %s"
        .formatted(document.getFileName(), line, text.lines().findFirst().orElse("(empty)"));
  }
}
