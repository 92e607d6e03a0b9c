package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.Cell.Part;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import jdk.jshell.Snippet;

/** Where each snippet came from: its cell, and its place there. */
final class Origins {
  private static final int MOST = 5000;

  /** A part of a cell. */
  record Origin(Cell cell, Part part) {}

  private final Map<String, Origin> bySnippetId = new HashMap<>();
  private final Map<String, Cell> byClass =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Cell> eldest) {
          return size() > MOST;
        }
      };

  synchronized void add(Snippet snippet, Cell cell, Part part) {
    bySnippetId.put(snippet.id(), new Origin(cell, part));
  }

  /** A class holds parts of a cell. */
  synchronized void add(String className, Cell cell) {
    byClass.put(className, cell);
  }

  /** The cell of a class, or null. */
  synchronized Cell ofClass(String className) {
    return byClass.get(className);
  }

  synchronized void remove(Snippet snippet) {
    bySnippetId.remove(snippet.id());
  }

  /** Null for what no cell contains, such as our own imports. */
  synchronized Origin of(String snippetId) {
    return bySnippetId.get(snippetId);
  }
}
