package dev.nabla.display;

/**
 * Where values are shown while code runs: a notebook puts its own here, anything else prints text.
 *
 * <pre>{@code
 * Screen.Shown shown = Screen.current().show(value);
 * shown.update(nextValue);
 * }</pre>
 */
public interface Screen {

  /** Shows a value now, below what the running code has shown before. */
  Shown show(Object value);

  /** Removes what the running code has printed and shown, where the screen can do that. */
  default void clear() {}

  /** Whether what is shown can be replaced in place, so that something may move. */
  default boolean isLive() {
    return false;
  }

  /** A value on the screen that can be replaced in place. */
  interface Shown {
    void update(Object value);
  }

  /** The screen of this process; prints {@code text/plain} to standard output unless replaced. */
  static Screen current() {
    return Screens.current;
  }

  /** Makes a screen the one that {@code show} uses. */
  static void use(Screen screen) {
    Screens.current = screen;
  }
}
