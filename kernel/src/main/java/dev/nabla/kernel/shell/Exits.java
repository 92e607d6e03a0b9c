package dev.nabla.kernel.shell;

/** Stands in for System.exit and Runtime.halt in cells: a cell cannot end the kernel. */
public final class Exits {
  private Exits() {}

  /** What a cell's {@code System.exit(status)} does. */
  public static void exit(int status) {
    throw new ExitTrapped(status);
  }

  /** What a cell's {@code Runtime.exit(status)} and {@code Runtime.halt(status)} do. */
  public static void exit(Runtime runtime, int status) {
    exit(status);
  }

  /** A cell wanted to end the program. */
  public static final class ExitTrapped extends Error {
    private static final long serialVersionUID = 1;

    ExitTrapped(int status) {
      super(
          "a cell cannot end the kernel (exit status "
              + status
              + "). To start afresh, restart the kernel from the notebook's menu.");
    }
  }
}
