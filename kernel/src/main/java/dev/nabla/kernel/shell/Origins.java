package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.Cell.Part;
import java.util.HashMap;
import java.util.Map;
import jdk.jshell.Snippet;

/** Where each snippet came from: its cell, and its place there. */
final class Origins {

  /** A part of a cell. */
  record Origin(Cell cell, Part part) {
    /** The line of the cell that is line {@code line} of the part; both count from 1. */
    int cellLine(int line) {
      return cell.place(part.start()).line() + line - 1;
    }
  }

  private final Map<String, Origin> bySnippetId = new HashMap<>();

  synchronized void add(Snippet snippet, Cell cell, Part part) {
    bySnippetId.put(snippet.id(), new Origin(cell, part));
  }

  synchronized void remove(Snippet snippet) {
    bySnippetId.remove(snippet.id());
  }

  /** Null for what no cell contains, such as our own imports. */
  synchronized Origin of(String snippetId) {
    return bySnippetId.get(snippetId);
  }
}
