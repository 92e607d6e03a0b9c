package dev.nabla.kernel.session;

import dev.nabla.display.Control;
import dev.nabla.display.Slider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Controls as the models of Jupyter widgets: which class of the front end shows them, and its
 * state. The names are those of {@code @jupyter-widgets/controls} 2.0.
 */
final class Widgets {
  static final String TARGET = "jupyter.widget";
  static final Map<String, String> METADATA = Map.of("version", "2.1.0");
  static final String VIEW = "application/vnd.jupyter.widget-view+json";

  private static final String BASE = "@jupyter-widgets/base";
  private static final String CONTROLS = "@jupyter-widgets/controls";

  private Widgets() {}

  /** The state of a layout, which a control names. */
  static Map<String, Object> layout() {
    return model(BASE, "LayoutModel", "LayoutView");
  }

  /** The state of the style that belongs to a control. */
  static Map<String, Object> style(Control control) {
    Map<String, Object> state =
        model(
            CONTROLS,
            control instanceof Slider ? "SliderStyleModel" : "ButtonStyleModel",
            "StyleView");
    state.put("_view_module", BASE);
    return state;
  }

  /**
   * The state of a control.
   *
   * @param layout the id of its layout's comm
   * @param style the id of its style's comm
   */
  static Map<String, Object> state(Control control, String layout, String style) {
    Map<String, Object> state;
    if (control instanceof Slider slider) {
      state = model(CONTROLS, "FloatSliderModel", "FloatSliderView");
      state.put("min", slider.from());
      state.put("max", slider.to());
      state.put("step", slider.step());
      state.put("value", slider.value());
      state.put("orientation", "horizontal");
      state.put("readout", true);
      state.put("readout_format", ".4~g");
      state.put("continuous_update", true);
    } else {
      state = model(CONTROLS, "ButtonModel", "ButtonView");
      state.put("button_style", "");
      state.put("icon", "");
    }
    state.put("description", control.name());
    state.put("disabled", false);
    state.put("layout", "IPY_MODEL_" + layout);
    state.put("style", "IPY_MODEL_" + style);
    return state;
  }

  /** The data that open a model with its whole state. */
  static Map<String, Object> all(Map<String, ?> state) {
    return Map.of("state", state, "buffer_paths", List.of());
  }

  /** The data that tell a model what of its state is new. */
  static Map<String, Object> update(Map<String, ?> state) {
    return Map.of("method", "update", "state", state, "buffer_paths", List.of());
  }

  /** What a widget's message says a slider was moved to, or NaN. */
  static double moved(Map<String, Object> data) {
    return "update".equals(data.get("method"))
            && data.get("state") instanceof Map<?, ?> state
            && state.get("value") instanceof Number value
        ? value.doubleValue()
        : Double.NaN;
  }

  /** Whether a widget's message says that a button was pressed. */
  static boolean pressed(Map<String, Object> data) {
    return "custom".equals(data.get("method"))
        && data.get("content") instanceof Map<?, ?> content
        && "click".equals(content.get("event"));
  }

  /** Whether a widget's message asks for the whole state. */
  static boolean asked(Map<String, Object> data) {
    return "request_state".equals(data.get("method"));
  }

  private static Map<String, Object> model(String module, String model, String view) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("_model_module", module);
    state.put("_model_module_version", "2.0.0");
    state.put("_model_name", model);
    state.put("_view_module", module);
    state.put("_view_module_version", "2.0.0");
    state.put("_view_name", view);
    return state;
  }
}
