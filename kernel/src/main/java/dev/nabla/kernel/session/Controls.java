package dev.nabla.kernel.session;

import com.google.gson.JsonObject;
import dev.nabla.display.Control;
import dev.nabla.display.Slider;
import dev.nabla.kernel.comm.Comm;
import dev.nabla.kernel.comm.Comms;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The controls that are shown: each has a model in the front end, reached by a comm, and a place
 * for what its action gives. Actions run on the thread that calls: that of cells.
 */
final class Controls {
  /** Of more, the eldest is closed: a control holds all that its action uses. */
  private static final int MOST = 200;

  private static final class Model {
    Comm layout;
    Comm style;
    Comm comm;
    Place place;
  }

  private final Comms comms;
  private final Publisher publisher;
  private final Renderer renderer;
  private final Map<Control, Model> models = new LinkedHashMap<>();

  Controls(Comms comms, Publisher publisher, Renderer renderer) {
    this.comms = comms;
    this.publisher = publisher;
    this.renderer = renderer;
  }

  /** Adds to the bundle of a control what a front end with widgets shows instead. */
  synchronized void addView(Control control, JsonObject content) {
    Model model = models.computeIfAbsent(control, this::open);
    if (models.size() > MOST) {
      close(models.remove(models.keySet().iterator().next()));
    }
    JsonObject view = new JsonObject();
    view.addProperty("version_major", 2);
    view.addProperty("version_minor", 0);
    view.addProperty("model_id", model.comm.id());
    content.getAsJsonObject("data").add(Widgets.VIEW, view);
  }

  /** The control is shown: from here on there is a place for what its action gives. */
  void begin(Control control, Request request) {
    Model model = model(control);
    model.place = new Place(publisher, request.header());
    control.keep(used -> used(used, NotebookScreen.request()));
    if (control.actsAtOnce()) {
      act(control, model, request);
    }
  }

  private Model open(Control control) {
    Model model = new Model();
    model.layout = open(Widgets.layout());
    model.style = open(Widgets.style(control));
    model.comm = open(Widgets.state(control, model.layout.id(), model.style.id()));
    model.layout.onMessage(data -> answer(model.layout, data, Widgets.layout()));
    model.style.onMessage(data -> answer(model.style, data, Widgets.style(control)));
    model.comm.onMessage(data -> received(control, model, data));
    return model;
  }

  private Comm open(Map<String, Object> state) {
    return comms.open(
        UUID.randomUUID().toString(), Widgets.TARGET, Widgets.all(state), Widgets.METADATA);
  }

  private static void close(Model model) {
    model.comm.close();
    model.style.close();
    model.layout.close();
  }

  private synchronized Model model(Control control) {
    return models.get(control);
  }

  private void received(Control control, Model model, Map<String, Object> data) {
    Map<String, Object> state = Widgets.state(control, model.layout.id(), model.style.id());
    answer(model.comm, data, state);
    Request request = NotebookScreen.request();
    boolean used = Widgets.pressed(data);
    double moved = Widgets.moved(data);
    if (control instanceof Slider slider && moved >= slider.from() && moved <= slider.to()) {
      double before = slider.value();
      slider.move(moved);
      used = slider.value() != before;
    }
    if (used && request != null) {
      // All that is printed and shown for this request belongs to the control.
      request.redirect(model.place.run(request.header()));
      give(control, request);
    }
  }

  /** Code has used a control: the front end is told, the action runs in its place. */
  private void used(Control control, Request request) {
    Model model = model(control);
    if (model == null || request == null) {
      return;
    }
    if (control instanceof Slider slider && model.comm.isOpen()) {
      model.comm.send(Widgets.update(Map.of("value", slider.value())));
    }
    act(control, model, request);
  }

  private void act(Control control, Model model, Request request) {
    Output run = model.place.run(request.header());
    Output before = request.redirect(run);
    try {
      give(control, request);
    } finally {
      run.end();
      request.redirect(before);
    }
  }

  private void give(Control control, Request request) {
    Object result = control.act();
    System.out.flush();
    if (result != null) {
      request.output().show(renderer.render(result));
    }
  }

  private static void answer(Comm comm, Map<String, Object> data, Map<String, Object> state) {
    if (Widgets.asked(data)) {
      comm.send(Widgets.update(state));
    }
  }
}
