package dev.nabla.kernel.shell;

/**
 * The cell on whose behalf a thread runs. A thread that a cell starts inherits its owner: what it
 * prints stays with that cell, also after the cell ended, and an interrupt of the cell stops it.
 */
public final class Owner {
  private static final InheritableThreadLocal<Owner> CURRENT = new InheritableThreadLocal<>();

  private final Object tag;
  private volatile boolean stopping;

  /**
   * @param tag what the session knows the cell by
   */
  public Owner(Object tag) {
    this.tag = tag;
  }

  /** The owner of this thread, or null for a thread of the kernel itself. */
  public static Owner current() {
    return CURRENT.get();
  }

  /** From now on this thread, and all it starts, works for {@code owner}. */
  public static void set(Owner owner) {
    CURRENT.set(owner);
  }

  public Object tag() {
    return tag;
  }

  boolean stopping() {
    return stopping;
  }

  void stop() {
    stopping = true;
  }
}
