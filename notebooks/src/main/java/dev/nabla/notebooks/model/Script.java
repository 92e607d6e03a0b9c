package dev.nabla.notebooks.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scripts as notebooks. A line {@code // %%} begins a new cell, {@code // %% [markdown]} one of
 * text; without such lines the script is one cell. In a {@code .java} file the package is left out,
 * and a class with a main method is called.
 */
final class Script {
  private static final Pattern CELL = Pattern.compile("//\\s*%%(.*)");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+[\\w.]+\\s*;");
  private static final Pattern MAIN = Pattern.compile("\\bstatic\\s+void\\s+main\\s*\\(");
  private static final Pattern TYPE = Pattern.compile("(?m)^[\\w\\s]*\\bclass\\s+(\\w+)");

  private Script() {}

  static boolean isOne(String name) {
    return name.matches(".*\\.(jsh|jshell|java)");
  }

  static Notebook read(String name, String text) {
    List<Cell> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean markdown = false;
    for (String line : PACKAGE.matcher(text).replaceFirst("").lines().toList()) {
      Matcher start = CELL.matcher(line.strip());
      if (start.matches()) {
        add(cells, cell, markdown);
        markdown = start.group(1).contains("[markdown]");
      } else {
        cell.append(line).append('\n');
      }
    }
    add(cells, cell, markdown);
    Matcher type = TYPE.matcher(text);
    if (name.endsWith(".java") && MAIN.matcher(text).find() && type.find()) {
      cells.add(Cell.code("main", type.group(1) + ".main(new String[0]);"));
    }
    return CellNames.in(Notebook.of(cells));
  }

  private static void add(List<Cell> cells, StringBuilder text, boolean markdown) {
    String source = text.toString().strip();
    text.setLength(0);
    if (source.isEmpty()) {
      return;
    }
    cells.add(
        markdown ? Cell.markdown("", source.replaceAll("(?m)^// ?", "")) : Cell.code("", source));
  }
}
