package dev.nabla.kernel.magic;

import java.util.List;

/** The cells that have run before, in this session and in those before it. */
public interface Past {
  /**
   * A cell.
   *
   * @param ago how many sessions ago it ran, 0 for this one
   * @param number its execution count
   * @param result the text of what it has shown, or null
   */
  record Ran(int ago, int number, String code, String result) {}

  /** Oldest first. Waits until all that have begun to run are there. */
  List<Ran> cells() throws Exception;
}
