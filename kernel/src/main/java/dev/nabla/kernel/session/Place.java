package dev.nabla.kernel.session;

import com.google.gson.JsonObject;
import dev.nabla.kernel.shell.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The place below a control: what its action prints, shows and gives. Each run of the action takes
 * the place of the one before, display by display, which every front end can do.
 */
final class Place {
  private final Publisher publisher;
  private final JsonObject cell;
  private final List<String> displays = new ArrayList<>();

  /**
   * @param cell the header of the request that has shown the control
   */
  Place(Publisher publisher, JsonObject cell) {
    this.publisher = publisher;
    this.cell = cell;
  }

  /** The output of one run. */
  Output run(JsonObject cause) {
    return new Run(cause);
  }

  private final class Run implements Output {
    private final JsonObject cause;
    private final Budget budget = new Budget();
    private final StringBuilder printed = new StringBuilder();
    private int used;
    private boolean ended;

    Run(JsonObject cause) {
      this.cause = cause;
    }

    @Override
    public void print(String stream, String text) {
      synchronized (Place.this) {
        if (ended) {
          publisher.stream(cause, stream, budget.admit(text));
        } else {
          printed.append(budget.admit(text));
        }
      }
    }

    @Override
    public String show(JsonObject content) {
      synchronized (Place.this) {
        showPrinted();
        return put(content);
      }
    }

    @Override
    public void update(String id, JsonObject content) {
      publisher.publish(cause, "update_display_data", Json.shownAs(id, content));
    }

    @Override
    public void fail(Failure failure) {
      show(Json.text(String.join("\n", failure.report())));
    }

    @Override
    public void clear() {
      synchronized (Place.this) {
        printed.setLength(0);
        used = 0;
      }
    }

    @Override
    public void end() {
      synchronized (Place.this) {
        printed.append(budget.rest());
        showPrinted();
        for (String unused : displays.subList(used, displays.size())) {
          update(unused, Json.text(""));
        }
        ended = true;
      }
    }

    private void showPrinted() {
      if (printed.length() > 0) {
        String text = printed.toString();
        printed.setLength(0);
        put(Json.text(text.stripTrailing()));
      }
    }

    private String put(JsonObject content) {
      if (used == displays.size()) {
        String id = UUID.randomUUID().toString();
        displays.add(id);
        publisher.publish(cell, "display_data", Json.shownAs(id, content));
      } else {
        update(displays.get(used), content);
      }
      return displays.get(used++);
    }
  }
}
