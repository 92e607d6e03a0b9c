package dev.nabla.kernel.session;

import com.google.gson.JsonObject;
import dev.nabla.display.Screen;
import dev.nabla.kernel.shell.Owner;
import java.util.UUID;

/** Shows values below the cell that asks for it. */
final class NotebookScreen implements Screen {
  private final Publisher publisher;
  private final Renderer renderer;

  NotebookScreen(Publisher publisher, Renderer renderer) {
    this.publisher = publisher;
    this.renderer = renderer;
  }

  @Override
  public Shown show(Object value) {
    String id = UUID.randomUUID().toString();
    publish("display_data", value, id);
    return next -> publish("update_display_data", next, id);
  }

  @Override
  public boolean isLive() {
    return true;
  }

  private void publish(String type, Object value, String id) {
    Owner owner = Owner.current();
    JsonObject parent = owner == null ? new JsonObject() : ((Request) owner.tag()).header();
    JsonObject content = renderer.render(value);
    JsonObject transients = new JsonObject();
    transients.addProperty("display_id", id);
    content.add("transient", transients);
    publisher.publish(parent, type, content);
  }
}
