package dev.nabla.kernel.session;

import com.google.gson.JsonObject;
import dev.nabla.display.Display;
import dev.nabla.kernel.shell.Variables;

/** A value as the content of a display message. */
final class Renderer {
  private final Variables variables;

  Renderer(Variables variables) {
    this.variables = variables;
  }

  /**
   * {@code data} and {@code metadata}; a plain matrix is captioned by the variable that holds it.
   */
  JsonObject render(Object value) {
    JsonObject content = new JsonObject();
    content.add("data", Json.strings(Display.bundle(value, variables.nameOf(value))));
    content.add("metadata", new JsonObject());
    return content;
  }
}
