package dev.nabla.kernel.shell;

/** A magic that cannot run as it was typed: what is wrong, and where in the cell. */
public final class BadCall extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int from;
  private final int to;

  /**
   * @param message says what to type instead
   * @param from where in the cell the wrong word begins
   * @param to where it ends
   */
  public BadCall(String message, int from, int to) {
    super(message);
    this.from = from;
    this.to = to;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }
}
