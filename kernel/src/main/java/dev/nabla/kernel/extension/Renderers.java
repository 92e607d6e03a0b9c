package dev.nabla.kernel.extension;

import dev.nabla.display.Display;
import dev.nabla.kernel.magic.Bundled;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** All renderers, the newest first; whatever none of them knows Nabla itself shows. */
public final class Renderers {
  private final List<Renderer> renderers = new CopyOnWriteArrayList<>(List.of(new Painted()));

  /** Adds a renderer before all others. */
  void add(Renderer renderer) {
    renderers.add(0, renderer);
  }

  /**
   * The bundle of a value: MIME type to content.
   *
   * @param name the variable the value is held by, or null
   */
  public Map<String, String> bundle(Object value, String name) {
    Object shown = rendered(value);
    return shown instanceof Bundled bundled ? bundled.bundle() : Display.bundle(shown, name);
  }

  private Object rendered(Object value) {
    if (value == null || value instanceof Bundled) {
      return value;
    }
    try {
      for (Renderer each : renderers) {
        Object rendered = each.render(value);
        if (rendered != null) {
          return rendered;
        }
      }
      return value;
    } catch (Exception | LinkageError | StackOverflowError e) {
      return value.getClass().getName() + " (it cannot be shown: " + e + ")";
    }
  }
}
