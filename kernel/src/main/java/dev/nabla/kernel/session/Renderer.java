package dev.nabla.kernel.session;

import com.google.gson.JsonObject;
import dev.nabla.display.Control;
import dev.nabla.display.Notation;
import dev.nabla.display.Showable;
import dev.nabla.display.View;
import dev.nabla.kernel.extension.Renderers;
import dev.nabla.kernel.shell.Lineage;
import dev.nabla.kernel.shell.Variables;
import java.util.List;
import java.util.Optional;

/** A value as the content of a display message. */
final class Renderer {
  /** Stands below the text of a control, which is seen only where there are no widgets. */
  private static final View BY_HAND =
      new View.Line(
          Notation.of("To use it by hand, install ipywidgets and open the notebook again."));

  private final Variables variables;
  private final Lineage lineage;
  private final Renderers renderers;

  Renderer(Variables variables, Lineage lineage, Renderers renderers) {
    this.variables = variables;
    this.lineage = lineage;
    this.renderers = renderers;
  }

  /**
   * {@code data} and {@code metadata}. A plain matrix is captioned by the variable that holds it; a
   * pass whose net was changed since says so, and the text of a control what is missing.
   */
  JsonObject render(Object value) {
    boolean plain =
        value instanceof Number || value instanceof CharSequence || value instanceof Boolean;
    String name = plain ? null : variables.nameOf(value);
    Object shown = value;
    if (value instanceof Control control) {
      Showable both = () -> new View.Stack(List.of(control.view(), BY_HAND));
      shown = both;
    } else if (name != null && value instanceof Showable showable) {
      Optional<String> note = lineage.note(name);
      if (note.isPresent()) {
        View older = new View.Line(Notation.of("(" + note.get() + ")"));
        Showable both = () -> new View.Stack(List.of(older, showable.view()));
        shown = both;
      }
    }
    JsonObject content = new JsonObject();
    content.add("data", Json.strings(renderers.bundle(shown, name)));
    content.add("metadata", new JsonObject());
    return content;
  }
}
