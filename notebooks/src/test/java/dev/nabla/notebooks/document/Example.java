package dev.nabla.notebooks.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One cell of a block of Java, and the words it promises to print.
 *
 * <p>In a block an expression is followed by what it shows, behind {@code //} or on the next lines;
 * there the cell ends. A comment behind a statement, or above one, is a remark.
 *
 * @param promises one for each line of the comment
 */
record Example(String code, List<String> promises) {
  private static final Pattern COMMENTED = Pattern.compile("(.*\\S)\\s+// (.*)");

  static List<Example> of(String block) {
    if (block.startsWith("%%")) {
      return List.of(new Example(block, List.of()));
    }
    List<Example> examples = new ArrayList<>();
    List<String> code = new ArrayList<>();
    List<String> lines = block.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher commented = COMMENTED.matcher(line);
      List<String> promises = new ArrayList<>();
      if (commented.matches() && isExpression(commented.group(1))) {
        promises.add(commented.group(2));
        line = commented.group(1);
      }
      code.add(line);
      boolean mayPromise = isExpression(line) && !line.strip().startsWith("//");
      while (mayPromise && i + 1 < lines.size() && lines.get(i + 1).strip().startsWith("// ")) {
        promises.add(lines.get(++i).strip().substring(3));
      }
      if (!promises.isEmpty()) {
        examples.add(new Example(String.join("\n", code), promises));
        code.clear();
      }
    }
    if (!String.join("", code).isBlank()) {
      examples.add(new Example(String.join("\n", code), List.of()));
    }
    return examples;
  }

  private static boolean isExpression(String code) {
    return !code.isBlank() && !code.strip().matches("(?s).*[;{}]");
  }
}
