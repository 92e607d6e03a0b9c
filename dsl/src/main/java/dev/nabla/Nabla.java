package dev.nabla;

import dev.nabla.display.Screen;

/** The names a notebook sees: {@code import static dev.nabla.Nabla.*}. */
public final class Nabla {
  private Nabla() {}

  /** Shows each value, one below the other. */
  public static void show(Object... values) {
    for (Object value : values) {
      Screen.current().show(value);
    }
  }
}
