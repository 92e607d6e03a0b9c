package dev.nabla.kernel.shell;

/** Thrown in a cell's own code when the cell is interrupted. */
public final class Stopped extends Error {
  private static final long serialVersionUID = 1;

  Stopped() {
    super("interrupted", null, false, false);
  }
}
