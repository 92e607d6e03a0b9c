package dev.nabla.display;

import static dev.nabla.Nabla.button;
import static dev.nabla.Nabla.slider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.message.NablaException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlTest {
  @Test
  void should_stand_in_the_middle_on_a_step() {
    assertThat(slider("eta", 0, 1, 0.1).value()).isEqualTo(0.5);
    assertThat(slider("n", 1, 10, 1).value()).isEqualTo(6);
    assertThat(slider("n", 0, 1, 0.3).value()).isEqualTo(0.6);
    assertThat(slider("w", -2, 2, 0.25).value()).isZero();
  }

  @Test
  void should_move_to_the_nearest_step_as_it_is_written() {
    Slider slider = slider("eta", 0, 1, 0.1);

    assertThat(slider.set(0.30000000000000004).value()).isEqualTo(0.3);
    assertThat(slider.set(0.68).value()).isEqualTo(0.7);
    assertThat(slider.set(1).value()).isEqualTo(1);
    assertThat(slider("n", 0, 1, 0.3).set(1).value()).isEqualTo(0.9);
  }

  @Test
  void should_show_as_a_line_where_nothing_can_be_moved() {
    assertThat(slider("eta", 0, 1, 0.1))
        .hasToString("eta = 0.5 (a slider from 0 to 1 in steps of 0.1)");
    assertThat(button("one more step", () -> {})).hasToString("[one more step] (a button)");
    assertThat(Display.bundle(slider("<b>", 0, 1, 0.5), null).get("text/html"))
        .contains("&lt;b&gt; = 0.5 (a slider from 0 to 1 in steps of 0.5)");
  }

  @Test
  void should_say_what_is_wrong_with_a_range() {
    assertThatThrownBy(() -> slider("eta", 1, 0, 0.1))
        .isInstanceOf(NablaException.class)
        .hasMessage("slider eta: from 1 to 0 is no range. Put the smaller number first.");
    assertThatThrownBy(() -> slider("eta", 0, Double.NaN, 0.1))
        .hasMessage("slider eta: from 0 to NaN is no range. Put the smaller number first.");
    for (double step : new double[] {0, -0.1, Double.NaN}) {
      assertThatThrownBy(() -> slider("eta", 0, 1, step))
          .hasMessageStartingWith("slider eta: from 0 to 1 has no steps of ");
    }
    assertThatThrownBy(() -> slider("eta", 0, 1, 2))
        .hasMessage("slider eta: from 0 to 1 has no steps of 2. Say slider(name, from, to, step).");
    assertThatThrownBy(() -> slider("eta", 0, 1, 0.1).set(1.5))
        .hasMessage("slider eta: 1.5 is not between 0 and 1.");
    assertThatThrownBy(() -> slider("eta", 0, 1, 0.1).set(Double.NaN))
        .hasMessage("slider eta: NaN is not between 0 and 1.");
  }

  @Test
  void should_act_only_where_it_is_shown() {
    List<Double> seen = new ArrayList<>();
    Slider slider = slider("eta", 0, 1, 0.1, seen::add);
    slider.set(0.2);
    assertThat(seen).isEmpty();

    slider.keep(Control::act);
    slider.set(0.7);

    assertThat(seen).containsExactly(0.7);
  }

  @Test
  void should_print_results_where_there_is_no_notebook() {
    String printed =
        printedBy(
            () -> {
              Slider slider = slider("x", 0, 4, 1, x -> x * x);
              Screen.current().show(slider);
              slider.set(3);
              Button again = button("again", () -> "pressed");
              Screen.current().show(again);
              again.press();
              Screen.current().clear();
            });

    assertThat(printed)
        .isEqualTo(
            "x = 2 (a slider from 0 to 4 in steps of 1)\n4.0\n9.0\n[again] (a button)\npressed\n");
  }

  private static String printedBy(Runnable code) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      code.run();
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
