package dev.nabla.notebooks.author;

import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Marked;
import dev.nabla.notebooks.model.Marked.Kind;
import dev.nabla.notebooks.model.Notebook;
import java.util.ArrayList;
import java.util.List;

/** The worked solution of a source: everything but the markers and the hidden tests. */
final class Worked {
  private Worked() {}

  static Notebook of(Notebook source) {
    List<Cell> cells = new ArrayList<>();
    for (Cell cell : source.cells()) {
      Marked marked = Marked.of(cell);
      if (!marked.isWholly(Kind.HIDDEN)) {
        cells.add(cell.withSource(shown(marked)));
      }
    }
    return source.with(cells);
  }

  private static String shown(Marked cell) {
    List<String> lines = new ArrayList<>();
    for (Marked.Line line : cell.lines()) {
      switch (line.kind()) {
        case ANSWER ->
            lines.add(
                line.text().replaceFirst("\\s*(//|<!--)\\s*ANSWER\\s.*$", "").stripTrailing());
        case PLAIN, SOLUTION -> lines.add(line.text());
        case MARKER, HIDDEN -> {
          // Nobody's business.
        }
      }
    }
    return String.join("\n", lines).strip();
  }
}
