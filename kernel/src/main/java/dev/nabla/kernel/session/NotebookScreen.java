package dev.nabla.kernel.session;

import com.google.gson.JsonObject;
import dev.nabla.display.Control;
import dev.nabla.display.Screen;
import dev.nabla.kernel.shell.Owner;

/** Shows values below the cell that asks for it. */
final class NotebookScreen implements Screen {
  private final Publisher publisher;
  private final Renderer renderer;
  private final Controls controls;

  NotebookScreen(Publisher publisher, Renderer renderer, Controls controls) {
    this.publisher = publisher;
    this.renderer = renderer;
    this.controls = controls;
  }

  /** The request on whose behalf this thread runs, or null. */
  static Request request() {
    Owner owner = Owner.current();
    return owner == null ? null : (Request) owner.tag();
  }

  @Override
  public Shown show(Object value) {
    Output output = output();
    JsonObject content = renderer.render(value);
    if (value instanceof Control control) {
      controls.addView(control, content);
    }
    String id = output.show(content);
    if (value instanceof Control control && request() != null) {
      controls.begin(control, request());
    }
    return next -> output().update(id, renderer.render(next));
  }

  @Override
  public void clear() {
    output().clear();
  }

  @Override
  public boolean isLive() {
    return true;
  }

  /** A thread that belongs to no cell shows for nobody in particular. */
  private Output output() {
    Request request = request();
    return request == null ? new CellOutput(publisher, new JsonObject()) : request.output();
  }
}
