package dev.nabla.kernel.shell;

import dev.nabla.kernel.shell.Cell.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables that the short way has made, each a static field of its cell's class. */
final class Fields {

  /**
   * A variable.
   *
   * @param type as written, or as javac inferred it
   */
  record Made(String name, String type, Slot slot, Cell cell, Part part) {
    /** The import that lets other cells use it. */
    String asImport() {
      return "import static " + slot.name() + ";";
    }

    Object value() {
      return slot.get();
    }
  }

  private final Map<String, Made> byName = new LinkedHashMap<>();

  synchronized void put(Made made) {
    byName.remove(made.name);
    byName.put(made.name, made);
  }

  /** Undoes a declaration that did not come to pass. */
  synchronized void restore(String name, Made before) {
    byName.remove(name);
    if (before != null) {
      byName.put(name, before);
    }
  }

  /** Null if there is none. */
  synchronized Made get(String name) {
    return byName.get(name);
  }

  synchronized Made remove(String name) {
    return byName.remove(name);
  }

  /** In the order of their declaration. */
  synchronized List<Made> all() {
    return new ArrayList<>(byName.values());
  }
}
