package dev.nabla.notebooks.grade;

import java.time.Duration;

/**
 * What one submission may use.
 *
 * @param cell after which a cell is interrupted
 * @param notebook after which the whole notebook is given up
 * @param megabytes of memory, all its processes together
 */
record Limits(Duration cell, Duration notebook, int megabytes) {
  /** Programs beside the JVM that a notebook may have at one time. */
  static final int PROCESSES = 32;

  /** What a worker may say; answers are cut before they come to that. */
  static final long CHARS = 32L << 20;

  /** The rest is for classes, code, stacks and buffers. */
  int heapMegabytes() {
    return megabytes / 2;
  }

  String key() {
    return cell.toMillis() + " " + notebook.toMillis() + " " + megabytes;
  }
}
