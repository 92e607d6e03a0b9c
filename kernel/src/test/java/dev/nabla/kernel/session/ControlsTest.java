package dev.nabla.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nabla.Nabla;
import dev.nabla.display.Button;
import dev.nabla.display.Control;
import dev.nabla.display.Slider;
import dev.nabla.kernel.comm.Comms;
import dev.nabla.kernel.extension.Renderers;
import dev.nabla.kernel.session.Wiretap.Heard;
import dev.nabla.kernel.shell.Owner;
import dev.nabla.kernel.shell.Shell;
import dev.nabla.kernel.wire.Message;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlsTest {
  private static final Shell SHELL = new Shell();

  private final Wiretap wire = new Wiretap();
  private final Comms comms =
      new Comms(
          (type, metadata, content) ->
              wire.publisher.publish(NotebookScreen.request().header(), type, metadata, content));
  private final Renderer renderer =
      new Renderer(SHELL.variables(), SHELL.lineage(), new Renderers());
  private final Controls controls = new Controls(comms, wire.publisher, renderer);
  private final NotebookScreen screen = new NotebookScreen(wire.publisher, renderer, controls);

  @BeforeEach
  void enter() {
    Owner.set(new Owner(wire.request("cell")));
  }

  @AfterEach
  void leave() {
    Owner.set(null);
  }

  @AfterAll
  static void close() {
    SHELL.close();
  }

  /** The names are those of the registry of ipywidgets 8. */
  @Test
  void should_open_the_models_that_ipywidgets_knows() {
    screen.show(Nabla.slider("eta", 0, 1, 0.1));

    List<Heard> heard = wire.heard();
    assertThat(heard)
        .extracting(Heard::type)
        .containsExactly("comm_open", "comm_open", "comm_open", "display_data");
    assertThat(heard.subList(0, 3))
        .allSatisfy(
            each -> {
              assertThat(each.content().get("target_name").getAsString())
                  .isEqualTo("jupyter.widget");
              assertThat(each.metadata()).hasToString("{\"version\":\"2.1.0\"}");
              assertThat(each.state().get("_model_module_version").getAsString())
                  .isEqualTo("2.0.0");
            });
    JsonObject state = heard.get(2).state();
    assertThat(state.get("_model_module").getAsString()).isEqualTo("@jupyter-widgets/controls");
    assertThat(state.get("_model_name").getAsString()).isEqualTo("FloatSliderModel");
    assertThat(state.get("_view_name").getAsString()).isEqualTo("FloatSliderView");
    assertThat(state.get("description").getAsString()).isEqualTo("eta");
    assertThat(List.of("min", "max", "step", "value"))
        .extracting(field -> state.get(field).getAsDouble())
        .containsExactly(0.0, 1.0, 0.1, 0.5);
    assertThat(state.get("layout").getAsString()).isEqualTo("IPY_MODEL_" + id(heard.get(0)));
    assertThat(state.get("style").getAsString()).isEqualTo("IPY_MODEL_" + id(heard.get(1)));
    JsonObject data = heard.get(3).content().getAsJsonObject("data");
    assertThat(data.get("text/plain").getAsString())
        .isEqualTo(
            "eta = 0.5 (a slider from 0 to 1 in steps of 0.1)\n\n"
                + "To use it by hand, install ipywidgets and open the notebook again.");
    assertThat(data.get("application/vnd.jupyter.widget-view+json"))
        .hasToString(
            "{\"version_major\":2,\"version_minor\":0,\"model_id\":\"" + id(heard.get(2)) + "\"}");
  }

  @Test
  void should_act_at_once_and_whenever_it_is_moved() {
    screen.show(Nabla.slider("eta", 0, 1, 0.1, eta -> "eta is " + eta));
    List<Heard> shown = wire.heard();
    assertThat(shown.get(4).text()).isEqualTo("eta is 0.5");

    receive("moved", id(shown.get(2)), "{'method': 'update', 'state': {'value': 0.30000000004}}");

    List<Heard> moved = wire.heard();
    assertThat(moved).extracting(Heard::type).containsExactly("update_display_data");
    assertThat(moved).extracting(Heard::parent).containsExactly("moved");
    assertThat(moved.get(0).displayId()).isEqualTo(shown.get(4).displayId());
    assertThat(moved.get(0).text()).isEqualTo("eta is 0.3");
  }

  @Test
  void should_ignore_what_no_slider_can_do() {
    screen.show(Nabla.slider("eta", 0, 1, 0.1, eta -> "eta is " + eta));
    String id = id(wire.heard().get(2));

    for (String data :
        List.of(
            "{'method': 'update', 'state': {'value': 0.5}}",
            "{'method': 'update', 'state': {'value': 7}}",
            "{'method': 'update', 'state': {'value': null}}",
            "{'method': 'update', 'state': []}",
            "{'method': 'custom', 'content': {'event': 'click'}}",
            "{'method': 3}",
            "{}")) {
      receive("moved", id, data.replace("'custom'", "'other'"));
    }

    assertThat(wire.heard()).isEmpty();
  }

  @Test
  void should_tell_the_front_end_when_code_moves_it() {
    Slider slider = Nabla.slider("eta", 0, 1, 0.1, eta -> "eta is " + eta);
    screen.show(slider);
    wire.heard();
    Owner.set(new Owner(wire.request("later cell")));

    slider.set(0.7);

    List<Heard> heard = wire.heard();
    assertThat(heard).extracting(Heard::parent).containsOnly("later cell");
    assertThat(heard.get(0).type()).isEqualTo("comm_msg");
    assertThat(heard.get(0).state()).hasToString("{\"value\":0.7}");
    assertThat(heard.get(1).text()).isEqualTo("eta is 0.7");
  }

  @Test
  void should_act_at_each_press() {
    int[] presses = {0};
    Button button = Nabla.button("more", () -> ++presses[0]);
    screen.show(button);
    List<Heard> shown = wire.heard();
    assertThat(shown.get(2).state().get("_model_name").getAsString()).isEqualTo("ButtonModel");
    assertThat(shown).hasSize(4);

    receive("press", id(shown.get(2)), "{'method': 'custom', 'content': {'event': 'click'}}");
    button.press();

    List<Heard> pressed = wire.heard();
    assertThat(pressed)
        .extracting(Heard::type)
        .containsExactly("display_data", "update_display_data");
    assertThat(pressed).extracting(Heard::text).containsExactly("1", "2");
  }

  @Test
  void should_give_its_state_to_a_page_that_was_loaded_again() {
    Slider slider = Nabla.slider("eta", 0, 1, 0.1);
    screen.show(slider);
    List<Heard> shown = wire.heard();
    slider.move(0.9);

    receive("page", id(shown.get(2)), "{'method': 'request_state'}");
    receive("page", id(shown.get(0)), "{'method': 'request_state'}");

    List<Heard> heard = wire.heard();
    assertThat(heard.get(0).state().get("value").getAsDouble()).isEqualTo(0.9);
    assertThat(heard.get(1).state()).isEqualTo(shown.get(0).state());
  }

  @Test
  void should_show_one_model_however_often_it_is_shown() {
    Control control = Nabla.slider("eta", 0, 1, 0.1);
    screen.show(control);
    wire.heard();

    screen.show(control);

    assertThat(wire.heard()).extracting(Heard::type).containsExactly("display_data");
  }

  @Test
  void should_close_the_eldest_of_very_many() {
    Slider first = Nabla.slider("first", 0, 1, 0.1, eta -> eta);
    screen.show(first);
    for (int i = 0; i < 200; i++) {
      screen.show(Nabla.slider("eta", 0, 1, 0.1));
    }

    assertThat(comms.info(null).keySet()).hasSize(600);
    wire.heard();
    first.set(0.1);
    assertThat(wire.heard()).isEmpty();
  }

  private void receive(String request, String comm, String data) {
    Owner.set(new Owner(wire.request(request)));
    String content = "{'comm_id': '" + comm + "', 'data': " + data + "}";
    comms.received(
        Message.create(
            List.of(),
            "comm_msg",
            new JsonObject(),
            JsonParser.parseString(content.replace('\'', '"')).getAsJsonObject()));
    NotebookScreen.request().output().end();
    Owner.set(new Owner(wire.request("cell")));
  }

  private static String id(Heard opened) {
    return opened.content().get("comm_id").getAsString();
  }
}
