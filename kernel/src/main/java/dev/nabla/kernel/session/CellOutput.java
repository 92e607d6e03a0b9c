package dev.nabla.kernel.session;

import com.google.gson.JsonObject;
import dev.nabla.kernel.shell.Failure;
import java.util.UUID;

/** The output below a cell. */
final class CellOutput implements Output {
  private final Publisher publisher;
  private final JsonObject header;
  private final Budget budget = new Budget();
  private volatile boolean toBeCleared;

  /**
   * @param header of the request that runs the cell
   */
  CellOutput(Publisher publisher, JsonObject header) {
    this.publisher = publisher;
    this.header = header;
  }

  @Override
  public void print(String stream, String text) {
    toBeCleared = false;
    publisher.stream(header, stream, budget.admit(text));
  }

  @Override
  public String show(JsonObject content) {
    String id = UUID.randomUUID().toString();
    toBeCleared = false;
    publisher.publish(header, "display_data", Json.shownAs(id, content));
    return id;
  }

  @Override
  public void update(String id, JsonObject content) {
    publisher.publish(header, "update_display_data", Json.shownAs(id, content));
  }

  @Override
  public void fail(Failure failure) {
    publisher.publish(header, "error", Json.error(failure));
  }

  @Override
  public void clear() {
    toBeCleared = true;
    clear(true);
  }

  @Override
  public void end() {
    publisher.stream(header, "stdout", budget.rest());
    if (toBeCleared) {
      toBeCleared = false;
      clear(false);
    }
  }

  private void clear(boolean wait) {
    JsonObject content = new JsonObject();
    content.addProperty("wait", wait);
    publisher.publish(header, "clear_output", content);
  }
}
