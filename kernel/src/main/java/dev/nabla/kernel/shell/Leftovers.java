package dev.nabla.kernel.shell;

import java.util.HashSet;
import java.util.Set;

/**
 * The fields of variables that were declared anew elsewhere. Their classes stay, and what the
 * fields hold would stay with them, so they are emptied unless something still reads them.
 */
final class Leftovers {
  private final Set<String> read = new HashSet<>();

  /** A lambda or a class of a cell reads the variable whenever it runs, perhaps long after. */
  synchronized void reads(Slot slot) {
    read.add(slot.name());
  }

  /** The variable has another place from now on. */
  synchronized void replaced(Slot slot) {
    if (!read.contains(slot.name())) {
      slot.empty();
    }
  }
}
